package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import revisage.cloud.Answers;
import revisage.match.Gallery;
import revisage.store.ResultTables;
import revisage.study.Embedded;
import revisage.study.Engines;
import revisage.study.Matching;
import revisage.study.OpenedGallery;
import revisage.study.Probe;
import revisage.study.ProbeSet;
import revisage.study.SystemPlan;
import revisage.vector.VectorSet;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// `revisage match`.
@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the most alike gallery pictures for each probe.",
            "",
            "Probes are a folder that 'reconstruct' wrote, a labelled folder of photos, or a file"
                + " of vectors made by the gallery's own extractor. The photo a probe was made from"
                + " and its near-duplicates are left out (type-II), unless --type-i is given.",
            "",
            "With --cloud a service is asked instead of a gallery (see 'revisage cloud match' for"
                    + " quote and consent): it enrols --people. With --replay its kept answers."
        },
        footer = {
            "",
            "Example: revisage match --gallery gallery/ --images faces-again/ -k 25 --out"
                    + " matches.csv"
        })
final class MatchVerb extends Verb {

    @Option(
            names = "--gallery",
            paramLabel = "GALLERY",
            description = "A folder that 'enrol' wrote.")
    private @Nullable Path gallery;

    @Mixin private CloudSideOptions side = new CloudSideOptions();

    @ArgGroup(multiplicity = "1")
    private Asked asked = new Asked();

    /// One of the two.
    static final class Asked {

        @Option(
                names = "--images",
                required = true,
                paramLabel = "DIR",
                description = "Probes as pictures.")
        private @Nullable Path images;

        @Option(
                names = "--vectors",
                required = true,
                paramLabel = "FILE",
                description = "Probes as vectors.")
        private @Nullable Path vectors;
    }

    @Option(
            names = "-k",
            defaultValue = "25",
            description = "Candidates for each probe, 1 or more (default: ${DEFAULT-VALUE}).")
    private int k = 25;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "CSV",
            description = "The table of candidates.")
    private Path out = Path.of("");

    @Mixin private PhotoRuleOption type = new PhotoRuleOption();

    @Option(
            names = "--threshold",
            paramLabel = "SCORE",
            description = "Show no candidate below this cosine (with a cloud: score).")
    private @Nullable Double threshold;

    @Option(
            names = "--extractor",
            paramLabel = "F.onnx",
            description = "The gallery's extractor, if it is not where it was.")
    private @Nullable Path extractor;

    @Mixin private DeviceOption device = new DeviceOption();

    @Mixin private FaceOptions faces = new FaceOptions();

    MatchVerb(Engines engines) {
        super(engines);
    }

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        Checks.range(spec, "-k", k, 1, 1_000_000);
        Path folder = gallery;
        side.refuseBoth(spec, folder != null);
        if (folder == null) {
            return cloud(progress);
        }
        OptionalDouble floor = Checks.cosine(spec, threshold);
        try (var opened =
                OpenedGallery.open(
                        folder, Optional.ofNullable(extractor), device.device(), engines)) {
            Path named = asked.images;
            Asking asking = named == null ? vectors() : pictures(named, folder, opened, progress);
            var matching = new Matching(opened.matcher(), k, type.rule(), floor);
            Matching.Result result = matching.run(asking.probes(), progress);
            ResultTables.writeMatches(result.rows(), opened.matcher().name(), out);
            return answer(folder, opened, asking, result);
        }
    }

    /// A service in place of the gallery.
    private Answer cloud(Consumer<Progress> progress) throws WorkException, InterruptedException {
        Path images = asked.images;
        if (images == null) {
            throw new ParameterException(
                    spec.commandLine(), "a cloud compares pictures: name them with --images.");
        }
        OptionalDouble floor = CloudJobOptions.optional(threshold);
        var plan = new SystemPlan(Matching.ksUpTo(k), type.rule(), 1);
        // Without a threshold every answer counts, as every cosine does.
        var wanted =
                side.wanted(
                        spec,
                        List.of(images),
                        out.resolveSibling(out.getFileName() + ".cloud"),
                        plan,
                        floor.isPresent() ? floor : OptionalDouble.of(0),
                        false,
                        faces.cutting());
        return side.run(
                spec,
                engines,
                wanted,
                (study, all) -> {
                    if (all.size() > 1) {
                        throw new ParameterException(
                                spec.commandLine(),
                                "one table is of one service: name --replay once.");
                    }
                    Answers answers = all.getFirst();
                    var found = CloudMatching.of(study, answers, floor, progress);
                    ResultTables.writeMatches(found.result().rows(), found.service(), out);
                    return answer(found, answers);
                },
                progress);
    }

    private Answer answer(CloudMatching found, Answers answers) {
        Matching.Result result = found.result();
        String head =
                String.format(
                        Locale.ROOT,
                        "Compared %,d probes with %,d pictures of %,d people under %s, type-%s.%n",
                        found.probes(),
                        found.pictures(),
                        found.people(),
                        found.service(),
                        type.rule().numeral());
        String declined =
                found.declined() == 0
                        ? ""
                        : "Note: %d pictures were not taken by the service.%n"
                                .formatted(found.declined());
        return new Answer(
                head + declined + text(result, found.probes(), found.excluded(), found.pictures()),
                new Matched(
                        out.toString(),
                        answers.host(),
                        found.service(),
                        answers.sha256(),
                        type.rule().numeral(),
                        found.probes(),
                        k,
                        result.counted(),
                        result.strangers(),
                        result.withoutOtherPhoto(),
                        found.excluded(),
                        result.sourcesFound(),
                        result.leftOut(),
                        result.rates()));
    }

    private record Asking(Matching.Probes probes, int excluded) {}

    private Asking pictures(
            Path folder, Path gallery, OpenedGallery opened, Consumer<Progress> progress)
            throws WorkException, InterruptedException {
        var cutting = faces.cutting();
        cutting.refuseAnother(opened.matcher().stored(), gallery);
        var sets = ProbeSet.in(folder);
        boolean photos = sets.getFirst().attacked().isEmpty();
        List<Probe> probes = sets.stream().flatMap(s -> s.probes().stream()).toList();
        try (var reader = cutting.open(engines)) {
            Embedded embedded = opened.embed(probes, reader.reader(), progress);
            return new Asking(embedded.toMatch(photos), embedded.excluded().size());
        }
    }

    private Asking vectors() throws WorkException, InterruptedException {
        Path file = asked.vectors == null ? Path.of("") : asked.vectors;
        VectorSet set = engines.vectorFiles().read(file);
        List<String> ids =
                set.ids()
                        .orElseGet(
                                () ->
                                        IntStream.range(0, set.count())
                                                .mapToObj(Integer::toString)
                                                .toList());
        List<String> people = set.labels().orElseGet(() -> Collections.nCopies(set.count(), ""));
        return new Asking(new Matching.Probes(ids, people, set, Optional.empty()), 0);
    }

    /// `--json`.
    record Matched(
            String out,
            String gallery,
            String extractor,
            String sha256,
            String type,
            int probes,
            int k,
            int counted,
            int strangers,
            int withoutOtherPhoto,
            int excluded,
            int sourcesFound,
            long leftOut,
            List<Matching.Rate> rates) {}

    private Answer answer(
            Path folder, OpenedGallery opened, Asking asking, Matching.Result result) {
        Gallery enrolled = opened.matcher().gallery();
        int probes = asking.probes().ids().size();
        String head =
                String.format(
                        Locale.ROOT,
                        "Compared %,d probes with %,d pictures of %,d people under %s, type-%s.%n",
                        probes,
                        enrolled.size(),
                        enrolled.people().size(),
                        enrolled.card().name(),
                        type.rule().numeral());
        return new Answer(
                head + text(result, probes, asking.excluded(), enrolled.size()),
                new Matched(
                        out.toString(),
                        folder.toString(),
                        opened.matcher().name(),
                        opened.matcher().gallery().card().sha256(),
                        type.rule().numeral(),
                        asking.probes().ids().size(),
                        k,
                        result.counted(),
                        result.strangers(),
                        result.withoutOtherPhoto(),
                        asking.excluded(),
                        result.sourcesFound(),
                        result.leftOut(),
                        result.rates()));
    }

    private String text(Matching.Result result, int probes, int excluded, int pictures) {
        var text = new StringBuilder();
        Notes.probes(
                text,
                result.strangers(),
                result.withoutOtherPhoto(),
                excluded,
                probes - result.sourcesFound());
        if (k > pictures) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "Note: the gallery has only %,d pictures for K = %,d.%n",
                            pictures,
                            k));
        }
        if (!result.rates().isEmpty()) {
            text.append("\n   K    tpr  95 % interval   chance    fpr  no match\n");
        }
        for (Matching.Rate rate : result.rates()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%4d  %.3f  [%.3f, %.3f]  %.4f  %.3f     %.3f%n",
                            rate.rates().k(),
                            rate.rates().truePositive(),
                            rate.interval().low(),
                            rate.interval().high(),
                            rate.chance(),
                            rate.rates().falsePositive(),
                            rate.rates().noMatch()));
        }
        return text.append("\nCandidates are in ").append(out).append(".\n").toString();
    }
}
