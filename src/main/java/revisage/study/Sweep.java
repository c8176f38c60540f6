package revisage.study;

import revisage.extract.DeviceChoice;
import revisage.match.Gallery;
import revisage.match.GalleryException;
import revisage.measure.Grid;
import revisage.measure.ImpostorScores;
import revisage.people.FaceReader;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Rates for every K and N: each set of probes meets each gallery once.
///
/// @param galleries folders, each with its extractor if that has moved
/// @param clouds what they answered about the same probes, drawn beside the galleries
/// @param probes lines of the figures
/// @param photos source photos, for those that are in no gallery
/// @param cutting how the probes' faces come out of their pictures
/// @param version of the program, for the report
public record Sweep(
        List<GalleryAt> galleries,
        List<CloudLines> clouds,
        List<ProbeSet> probes,
        Optional<ProbeSet> photos,
        SweepPlan plan,
        FaceCutting cutting,
        DeviceChoice device,
        Engines engines,
        String version)
        implements Work<Progress, SweepReport> {

    /// Without clouds.
    public Sweep(
            List<GalleryAt> galleries,
            List<ProbeSet> probes,
            Optional<ProbeSet> photos,
            SweepPlan plan,
            FaceCutting cutting,
            DeviceChoice device,
            Engines engines,
            String version) {
        this(galleries, List.of(), probes, photos, plan, cutting, device, engines, version);
    }

    private static final int HEADLINE = 25;

    /// @param extractor the model, if it is not where it was
    public record GalleryAt(Path folder, Optional<Path> extractor) {}

    public Sweep {
        galleries = List.copyOf(galleries);
        clouds = List.copyOf(clouds);
        probes = List.copyOf(probes);
        if ((galleries.isEmpty() && clouds.isEmpty()) || probes.isEmpty()) {
            throw new IllegalArgumentException("a sweep needs a gallery and probes");
        }
    }

    @Override
    public SweepReport run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var scratch = new Scratch();
        try (var faces = cutting.open(engines)) {
            for (GalleryAt at : galleries) {
                try (var opened =
                        OpenedGallery.open(at.folder(), at.extractor(), device, engines)) {
                    cutting.refuseAnother(opened.matcher().stored(), at.folder());
                    sweep(at, opened, faces.reader(), scratch, events);
                }
            }
        }
        List<SweepLine> lines = scratch.named();
        for (CloudLines cloud : clouds) {
            scratch.galleries.add(cloud.gallery());
            lines.addAll(cloud.lines());
            scratch.notes.addAll(cloud.notes());
        }
        if (lines.isEmpty()) {
            throw new GalleryException(
                    "None of the people the probes show is enrolled with a photo that counts.",
                    "Enrol two photos or more of each person, or use --type-i.");
        }
        return new SweepReport(
                1,
                version,
                plan,
                scratch.galleries,
                lines,
                matrix(lines),
                scratch.seconds,
                List.copyOf(scratch.notes));
    }

    private void sweep(
            GalleryAt at,
            OpenedGallery opened,
            FaceReader reader,
            Scratch scratch,
            Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        Matcher matcher = opened.matcher();
        Gallery gallery = matcher.gallery();
        scratch.galleries.add(
                new SweepReport.GalleryNote(
                        matcher.name(),
                        gallery.card().sha256(),
                        opened.device(),
                        matcher.stored().alignment(),
                        gallery.people().size(),
                        gallery.size(),
                        matcher.stored().excluded().size()));
        List<Integer> ns =
                people(plan, gallery.people().size(), gallery.size(), at.folder(), scratch.notes);
        Optional<Embedded> sources =
                photos.isPresent()
                        ? Optional.of(opened.embed(photos.get().probes(), reader, events))
                        : Optional.empty();
        Optional<ImpostorScores> impostors =
                scratch.timed("impostors", () -> matcher.impostors(plan.seed(), events));
        var scoring = new LineScoring(matcher, plan, sources);
        var counting = new LineCounting(LineCounting.Under.of(matcher), plan, ns, impostors);
        for (ProbeSet set : probes) {
            Embedded embedded =
                    scratch.timed("embedding", () -> opened.embed(set.probes(), reader, events));
            var outcomes = scratch.timed("scoring", () -> scoring.score(set, embedded, events));
            Optional<SweepLine> line =
                    scratch.timed(
                            "rates",
                            () -> counting.count(set, embedded.excluded(), outcomes, true));
            line.ifPresentOrElse(
                    l -> scratch.lines.add(new Found(scratch.galleries.size() - 1, l)),
                    () ->
                            scratch.notes.add(
                                    "None of the %d probes of %s can be counted under %s: nobody they show is enrolled with a photo that counts."
                                            .formatted(
                                                    outcomes.size(),
                                                    set.method(),
                                                    matcher.name())));
        }
    }

    /// The numbers of people to count for.
    ///
    /// @param where names the gallery
    static List<Integer> people(
            SweepPlan plan, int enrolled, int pictures, Object where, Collection<String> notes)
            throws GalleryException {
        int most = plan.ks().getLast();
        if (most > pictures) {
            notes.add(
                    "K = %d is more than the %d pictures in the gallery %s: all of them are shown."
                            .formatted(most, pictures, where));
        }
        List<Integer> ns = plan.ns().orElseGet(() -> Grid.paperPeople(enrolled));
        if (ns.getLast() > enrolled) {
            throw new GalleryException(
                    "N = %d is asked for, but the gallery %s has %d people."
                            .formatted(ns.getLast(), where, enrolled),
                    "Ask for fewer with --n, or enrol more people.");
        }
        // The whole gallery is always counted: the headline.
        return Stream.concat(ns.stream(), Stream.of(enrolled))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private List<SweepReport.MatrixCell> matrix(List<SweepLine> lines) {
        int k = plan.ks().contains(HEADLINE) ? HEADLINE : plan.ks().getLast();
        var cells = new ArrayList<SweepReport.MatrixCell>();
        for (SweepLine line : lines) {
            // A cloud's answers may be too short for this K.
            Optional<SweepLine.Cell> largest =
                    line.cells().stream()
                            .filter(c -> c.k() == k && c.counting() == plan.counting().getFirst())
                            .max(Comparator.comparingInt(SweepLine.Cell::n));
            if (largest.isEmpty()) {
                continue;
            }
            SweepLine.Cell cell = largest.get();
            cells.add(
                    new SweepReport.MatrixCell(
                            line.attackedSha256().orElse("none"),
                            line.method(),
                            line.matcher(),
                            line.sameModel(),
                            k,
                            cell.n(),
                            cell.tpr(),
                            cell.lift()));
        }
        return cells;
    }

    /// @param gallery its place in the report
    private record Found(int gallery, SweepLine line) {}

    /// Scratch of one run.
    private static final class Scratch {

        private final List<SweepReport.GalleryNote> galleries = new ArrayList<>();
        private final List<Found> lines = new ArrayList<>();
        private final Map<String, Double> seconds = new TreeMap<>();
        private final TreeSet<String> notes = new TreeSet<>();

        private List<SweepLine> named() {
            List<String> names = MatcherNames.of(galleries);
            var all = new ArrayList<SweepLine>();
            lines.forEach(l -> all.add(l.line().under(names.get(l.gallery()))));
            return all;
        }

        private interface Step<T> {
            T run() throws WorkException, InterruptedException;
        }

        private <T> T timed(String name, Step<T> step) throws WorkException, InterruptedException {
            long begin = System.nanoTime();
            T result = step.run();
            seconds.merge(name, (System.nanoTime() - begin) / 1e9, Double::sum);
            return result;
        }
    }
}
