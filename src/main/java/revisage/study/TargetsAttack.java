package revisage.study;

import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.people.LabelledFolder;
import revisage.people.PeopleException;
import revisage.people.Portrait;
import revisage.reconstruct.ReconstructorSpec;
import revisage.store.ReconstructionTable;
import revisage.vector.VectorSet;
import revisage.work.Gate;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Chosen vectors of a leaked file become faces, with all that must come before: the basis is made
/// from public faces if it is not there yet, never from people who leaked.
///
/// @param leak the vector file
/// @param rows targets; empty for all
/// @param extractor attacked
/// @param publicFaces a labelled folder; needed where there is no basis yet
/// @param basisFolder of the basis
/// @param components principal axes, at most
/// @param live told everything
/// @param gate where the work waits while it is paused
/// @param out folder, new or of the same run
public record TargetsAttack(
        Engines engines,
        String version,
        Path leak,
        List<Integer> rows,
        Path extractor,
        Optional<Path> publicFaces,
        FaceCutting cutting,
        Path basisFolder,
        int components,
        ReconstructorSpec spec,
        long seed,
        LiveRun live,
        Gate gate,
        Path out)
        implements Work<Progress, ReconstructionRun.Result> {

    public TargetsAttack {
        rows = List.copyOf(rows);
    }

    @Override
    public ReconstructionRun.Result run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        VectorSet all = engines.vectorFiles().open(leak).vectors();
        VectorSet leaked =
                rows.isEmpty() ? all : all.chosen(rows.stream().mapToInt(r -> r).toArray());
        List<Integer> rowOf =
                rows.isEmpty()
                        ? java.util.stream.IntStream.range(0, all.count()).boxed().toList()
                        : rows;
        try (Extractor opened = engines.extractors().open(extractor, DeviceChoice.AUTO)) {
            Path basis = basisFolder.resolve(BasisStep.BASIS);
            if (!Files.exists(basis)) {
                prepare(all, opened, events);
            }
            resume(rowOf);
            var films = new Films(out, live);
            var result =
                    new VectorAttack(
                                    leaked,
                                    opened,
                                    basis,
                                    spec,
                                    seed,
                                    Optional.empty(),
                                    DeviceChoice.AUTO,
                                    engines,
                                    out)
                            .run(
                                    event -> {
                                        gate.pass();
                                        live.note(event, rowOf);
                                        films.keep(event, rowOf);
                                        EigenfaceAttacks.show(event, events);
                                    });
            films.finish();
            return result;
        }
    }

    /// What an earlier attempt had finished.
    private void resume(List<Integer> rowOf) throws WorkException, InterruptedException {
        if (!Files.exists(out.resolve(ReconstructionTable.FILE))) {
            return;
        }
        List<FinishedRun.Target> there = FinishedRun.read(out).targets();
        for (int i = 0; i < Math.min(there.size(), rowOf.size()); i++) {
            FinishedRun.Target t = there.get(i);
            live.put(rowOf.get(i), t.row(), t.face(), t.way());
        }
    }

    private void prepare(VectorSet leaked, Extractor opened, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        if (publicFaces.isEmpty()) {
            throw new PlanException(
                    "There is no basis yet, and no folder of public faces to make one from.",
                    "Name a folder with faces of other people.");
        }
        var known = new HashSet<>(leaked.labels().orElse(List.of()));
        LabelledFolder folder = LabelledFolder.scan(publicFaces.get());
        List<Portrait> others =
                folder.portraits().stream().filter(p -> !known.contains(p.person())).toList();
        if (others.size() < 3) {
            throw new PlanException(
                    "%s shows nobody but the people who leaked.".formatted(folder.root()),
                    "Name a folder with faces of other people.");
        }
        try (var reader = cutting.open(engines)) {
            var of = new Attacks.Preparation(others, reader.reader(), components, seed);
            new EigenfaceAttacks(engines, version).prepare(of, opened, basisFolder, events);
        } catch (PeopleException e) {
            throw new PlanException(String.valueOf(e.getMessage()), e.remedy());
        }
    }
}
