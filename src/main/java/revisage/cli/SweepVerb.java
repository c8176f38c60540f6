package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import revisage.cloud.Answers;
import revisage.measure.Counting;
import revisage.study.AttackedNames;
import revisage.study.CloudLines;
import revisage.study.Engines;
import revisage.study.OpenedGallery;
import revisage.study.ProbeSet;
import revisage.study.Sweep;
import revisage.study.SweepFiles;
import revisage.study.SweepPlan;
import revisage.study.SweepReport;
import revisage.study.SystemPlan;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// `revisage sweep`.
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = {
            "Counts how often people are found again, for every K and N, and draws the charts.",
            "",
            "Each set of probes (a folder that 'reconstruct' wrote, or a labelled folder of photos)"
                + " meets each gallery once; all rates follow from that. The photo a probe was made"
                + " from and its near-duplicates do not count (type-II), unless --type-i is given."
                + " Smaller N are exact expectations over random subsets of the people.",
            "",
            "With --cloud a service is asked too, or with --replay its kept answers (see 'revisage"
                + " cloud match' for quote and consent): it enrols --people and gets a line of its"
                + " own beside the galleries, as far as its answers reach. Source photos get no"
                + " line of the cloud unless they are among --images."
        },
        footer = {
            "",
            "Example: revisage sweep --gallery gallery/ --images faces-again/ --out sweep/"
        })
final class SweepVerb extends Verb {

    @Option(
            names = "--gallery",
            paramLabel = "GALLERY",
            description = "A folder that 'enrol' wrote; more than one for an F x F' matrix.")
    private List<Path> galleries = new ArrayList<>();

    @Mixin private CloudSideOptions side = new CloudSideOptions();

    @Option(
            names = "--cloud-threshold",
            paramLabel = "SCORE",
            description =
                    "Candidates of the cloud below this score are no match, on its scale (default:"
                            + " every answer counts, as every cosine does).")
    private @Nullable Double cloudThreshold;

    @Option(
            names = "--images",
            required = true,
            paramLabel = "DIR",
            description = "Probes; more than one for more lines.")
    private List<Path> images = new ArrayList<>();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Tables and figures.")
    private Path out = Path.of("");

    @Option(
            names = "--k",
            split = ",",
            paramLabel = "K",
            description = "Candidates shown, for example 1,5,25 (default: 1 and 5 to 40).")
    private List<Integer> ks = SweepPlan.USUAL.ks();

    @Option(
            names = "--n",
            split = ",",
            paramLabel = "N",
            description =
                    "People enrolled (default: 50 to 5,000 as far as the gallery reaches; the whole"
                            + " gallery always).")
    private @Nullable List<Integer> ns;

    @Option(
            names = "--count",
            defaultValue = "BOTH",
            description = "What K counts: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private What count = What.BOTH;

    /// What K counts.
    enum What {
        PEOPLE,
        IMAGES,
        BOTH
    }

    @Mixin private PhotoRuleOption type = new PhotoRuleOption();

    @Option(
            names = "--threshold",
            paramLabel = "COSINE",
            description = "Candidates below this cosine are no match.")
    private @Nullable Double threshold;

    @Option(
            names = "--photos",
            paramLabel = "DIR",
            description =
                    "Source photos, for those that are not in the gallery: recognises copies, and"
                            + " photo-equivalence is measured with them.")
    private @Nullable Path photos;

    @Option(
            names = "--extractor",
            paramLabel = "F.onnx",
            description = "A gallery's extractor, if it is not where it was; one for each gallery.")
    private List<Path> extractors = new ArrayList<>();

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Of intervals and draws (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin private DeviceOption device = new DeviceOption();

    @Mixin private FaceOptions faces = new FaceOptions();

    SweepVerb(Engines engines) {
        super(engines);
    }

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        SweepPlan plan = plan();
        if (!side.asked()) {
            if (galleries.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "--gallery is needed, or --cloud, or --replay.");
            }
            return swept(plan, List.of(), progress);
        }
        refuseUnreadable();
        var wanted =
                side.wanted(
                        spec,
                        images,
                        out.resolve("cloud"),
                        new SystemPlan(plan.ks(), plan.rule(), plan.seed()),
                        CloudJobOptions.optional(cloudThreshold),
                        true,
                        faces.cutting());
        return side.run(
                spec,
                engines,
                wanted,
                (study, all) -> {
                    var lines = new ArrayList<CloudLines>();
                    for (Answers answers : all) {
                        lines.add(study.lines(plan, answers, progress));
                    }
                    return swept(plan, lines, progress);
                },
                progress);
    }

    /// Before a cloud is paid for: galleries and probes that cannot be compared with it.
    private void refuseUnreadable() throws WorkException, InterruptedException {
        for (Sweep.GalleryAt at : galleriesAt()) {
            try (var opened =
                    OpenedGallery.open(at.folder(), at.extractor(), device.device(), engines)) {
                faces.cutting().refuseAnother(opened.matcher().stored(), at.folder());
            }
        }
        for (Path folder : images) {
            var _ = ProbeSet.in(folder);
        }
    }

    private List<Sweep.GalleryAt> galleriesAt() {
        var at = new ArrayList<Sweep.GalleryAt>();
        for (int i = 0; i < galleries.size(); i++) {
            Optional<Path> model =
                    extractors.isEmpty() ? Optional.empty() : Optional.of(extractors.get(i));
            at.add(new Sweep.GalleryAt(galleries.get(i), model));
        }
        return at;
    }

    private Answer swept(SweepPlan plan, List<CloudLines> clouds, Consumer<Progress> progress)
            throws WorkException, InterruptedException {
        var probes = new ArrayList<ProbeSet>();
        for (Path folder : images) {
            probes.addAll(ProbeSet.in(folder));
        }
        Optional<Path> sources = Optional.ofNullable(photos);
        SweepReport report =
                new Sweep(
                                galleriesAt(),
                                clouds,
                                probes,
                                sources.isPresent()
                                        ? Optional.of(ProbeSet.photos(sources.get()))
                                        : Optional.empty(),
                                plan,
                                faces.cutting(),
                                device.device(),
                                engines,
                                Version.text())
                        .run(progress);
        SweepFiles.write(report, out, AttackedNames.of(report, images));
        return new Answer(
                SweepText.of(report, "Tables and figures are in %s.".formatted(out)), report);
    }

    private SweepPlan plan() {
        if (!extractors.isEmpty() && extractors.size() != galleries.size()) {
            throw new ParameterException(
                    spec.commandLine(), "--extractor must be named once for each --gallery.");
        }
        Optional<List<Integer>> people =
                Optional.ofNullable(ns).map(n -> Checks.rising(spec, "--n", n));
        return new SweepPlan(
                Checks.rising(spec, "--k", ks),
                people,
                switch (count) {
                    case PEOPLE -> List.of(Counting.PEOPLE);
                    case IMAGES -> List.of(Counting.PICTURES);
                    case BOTH -> List.of(Counting.PICTURES, Counting.PEOPLE);
                },
                type.rule(),
                Checks.cosine(spec, threshold),
                seed);
    }
}
