package revisage.study;

import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.people.LabelledFolder;
import revisage.people.PeopleException;
import revisage.people.Portrait;
import revisage.reconstruct.ReconstructorSpec;
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
import java.util.stream.IntStream;

/// Chosen vectors of a leaked file become faces, with all that must come before.
///
/// @param leak the vector file
/// @param rows targets; empty for all
/// @param extractor attacked
/// @param live told everything
/// @param gate where the work waits while it is paused
/// @param out folder, new or of the same run
public record TargetsAttack(
        Engines engines,
        String version,
        Path leak,
        List<Integer> rows,
        Path extractor,
        Way way,
        long seed,
        LiveRun live,
        Gate gate,
        Path out)
        implements Work<Progress, ReconstructionRun.Result> {

    public TargetsAttack {
        rows = List.copyOf(rows);
    }

    /// How faces are made.
    public sealed interface Way {

        /// By a search along the basis, which is made from public faces if it is not there yet,
        /// never from people who leaked.
        ///
        /// @param publicFaces a labelled folder; needed where there is no basis yet
        /// @param basisFolder of the basis
        /// @param components principal axes, at most
        record Search(
                ReconstructorSpec spec,
                Optional<Path> publicFaces,
                FaceCutting cutting,
                Path basisFolder,
                int components)
                implements Way {}

        /// By a network that was trained for the attacked extractor.
        ///
        /// @param onnx its card lies beside it
        record Network(Path onnx) implements Way {}
    }

    @Override
    public ReconstructionRun.Result run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        VectorSet all = engines.vectorFiles().open(leak).vectors();
        VectorSet leaked =
                rows.isEmpty() ? all : all.chosen(rows.stream().mapToInt(r -> r).toArray());
        List<Integer> rowOf =
                rows.isEmpty() ? IntStream.range(0, all.count()).boxed().toList() : rows;
        try (Extractor opened = engines.extractors().open(extractor, DeviceChoice.AUTO)) {
            Work<ReconstructionEvent, ReconstructionRun.Result> attack =
                    switch (way) {
                        case Way.Search search -> search(search, all, leaked, opened, events);
                        case Way.Network(Path onnx) ->
                                new NetworkAttack(
                                        leaked,
                                        opened,
                                        onnx,
                                        seed,
                                        DeviceChoice.AUTO,
                                        engines,
                                        out);
                    };
            return watched(attack, rowOf, events);
        }
    }

    private ReconstructionRun.Result watched(
            Work<ReconstructionEvent, ReconstructionRun.Result> attack,
            List<Integer> rowOf,
            Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var films = new Films(out, live, rowOf);
        ReconstructionRun.Result result;
        try (films) {
            resume(rowOf);
            films.resume();
            result =
                    attack.run(
                            event -> {
                                gate.pass();
                                films.note(event);
                                EigenfaceAttacks.show(event, events);
                            });
        }
        films.finish();
        return result;
    }

    /// What an earlier attempt had finished.
    private void resume(List<Integer> rowOf) throws WorkException, InterruptedException {
        List<FinishedRun.Target> there = FinishedRun.read(out).targets();
        for (int i = 0; i < Math.min(there.size(), rowOf.size()); i++) {
            FinishedRun.Target t = there.get(i);
            live.put(rowOf.get(i), t.row(), t.face(), t.way());
        }
    }

    private VectorAttack search(
            Way.Search way,
            VectorSet all,
            VectorSet leaked,
            Extractor opened,
            Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        Path basis = way.basisFolder().resolve(BasisStep.BASIS);
        if (!Files.exists(basis)) {
            prepare(way, all, opened, events);
        }
        return new VectorAttack(
                leaked,
                opened,
                basis,
                way.spec(),
                seed,
                Optional.empty(),
                DeviceChoice.AUTO,
                engines,
                out);
    }

    private void prepare(
            Way.Search way, VectorSet leaked, Extractor opened, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        if (way.publicFaces().isEmpty()) {
            throw new PlanException(
                    "There is no basis yet, and no folder of public faces to make one from.",
                    "Name a folder with faces of other people.");
        }
        var known = new HashSet<>(leaked.labels().orElse(List.of()));
        LabelledFolder folder = LabelledFolder.scan(way.publicFaces().get());
        List<Portrait> others =
                folder.portraits().stream().filter(p -> !known.contains(p.person())).toList();
        if (others.size() < 3) {
            throw new PlanException(
                    "%s shows nobody but the people who leaked.".formatted(folder.root()),
                    "Name a folder with faces of other people.");
        }
        try (var reader = way.cutting().open(engines)) {
            var of = new Attacks.Preparation(others, reader.reader(), way.components(), seed);
            new EigenfaceAttacks(engines, version).prepare(of, opened, way.basisFolder(), events);
        } catch (PeopleException e) {
            throw new PlanException(String.valueOf(e.getMessage()), e.remedy());
        }
    }
}
