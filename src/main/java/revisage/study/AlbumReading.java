package revisage.study;

import revisage.store.Reconstruction;
import revisage.store.ReconstructionTable;
import revisage.work.Dice;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// Counts what a watched search knew on its way.
///
/// @param search its name
/// @param folder of its [WatchedStep]
record AlbumReading(BenchGround ground, String search, Path folder) {

    /// How it ran for the goal.
    BenchReport.Runner runner(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        List<Probe> probes = probes(FaceAlbum::first);
        int targets = rows().size();
        double[] queries =
                probes.stream()
                        .mapToDouble(p -> p.made().orElseThrow().queries())
                        .sorted()
                        .toArray();
        // Who did not get there needs more queries than all who did.
        Optional<Double> median =
                2 * queries.length > targets
                        ? Optional.of((queries[(targets - 1) / 2] + queries[targets / 2]) / 2)
                        : Optional.empty();
        Optional<SweepLine> line = line(probes, events);
        return new BenchReport.Runner(
                search,
                targets,
                queries.length,
                median,
                line.flatMap(l -> l.cosines().source()).map(SweepLine.Spread::mean),
                line.map(SweepLine::cells).orElse(List.of()));
    }

    /// The faces known at each mark, once every target has one and until nothing new comes.
    List<BenchReport.MarkPoint> marks(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var points = new ArrayList<BenchReport.MarkPoint>();
        int targets = rows().size();
        long spent = rows().stream().mapToLong(Reconstruction::queries).max().orElse(0);
        for (long mark : FaceAlbum.MARKS) {
            List<Probe> probes = probes((album, seed) -> album.at(seed, mark));
            if (probes.size() == targets) {
                OptionalDouble cosine =
                        probes.stream().mapToDouble(p -> p.made().orElseThrow().cosine()).average();
                line(probes, events)
                        .ifPresent(
                                l ->
                                        points.add(
                                                new BenchReport.MarkPoint(
                                                        Math.min(mark, spent),
                                                        targets,
                                                        cosine.orElseThrow(),
                                                        l.cosines().source().orElseThrow().mean(),
                                                        l.cells())));
            }
            if (mark >= spent) {
                break;
            }
        }
        return points;
    }

    private interface Choice {
        Optional<FaceAlbum.Found> of(FaceAlbum album, long seed) throws WorkException;
    }

    private List<Probe> probes(Choice choice) throws WorkException {
        var album = new FaceAlbum(folder, search, ground.plan().goal(), "");
        var probes = new ArrayList<Probe>();
        List<Reconstruction> rows = rows();
        for (int i = 0; i < rows.size(); i++) {
            Reconstruction row = rows.get(i);
            choice.of(album, Dice.seed(ground.plan().seed(), i))
                    .map(
                            found ->
                                    new Probe(
                                            row.id(),
                                            row.person(),
                                            found.file(),
                                            Optional.of(
                                                    new Probe.Made(
                                                            found.face().queries(),
                                                            found.face().cosine()))))
                    .ifPresent(probes::add);
        }
        return probes;
    }

    private List<Reconstruction> rows() throws WorkException {
        return ReconstructionTable.read(folder.resolve(ReconstructionTable.FILE));
    }

    private Optional<SweepLine> line(List<Probe> probes, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        if (probes.isEmpty()) {
            return Optional.empty();
        }
        String attacked = rows().getFirst().extractor();
        var set = new ProbeSet(search, Optional.of(attacked), probes);
        return ground.sweep(List.of(set), events).lines().stream().findFirst();
    }
}
