package revisage.study;

import revisage.face.FaceImage;
import revisage.reconstruct.Findings;
import revisage.reconstruct.SearchEvent;
import revisage.store.Reconstruction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a running reconstruction has shown so far: for each target its newest face, its way and the
/// stages of its face. Written by the working thread, read by any.
public final class LiveRun {

    private static final double STAGE = 0.03; // of a cosine: what one sees as a step
    private static final double FACTOR = 1.6; // of queries between two stages
    private static final int MOST_STAGES = 24;
    private static final int MOST_MARKS = 400;

    private final Map<Integer, Target> targets = new HashMap<>();

    /// One target, as it stands.
    ///
    /// @param row of the leaked vectors
    /// @param queries spent
    /// @param cosine best so far, -1..1
    /// @param done whether its picture is on the disk
    /// @param marks the way, rising in queries
    /// @param stages the face as it formed, the first first
    public record Seen(
            int row,
            long queries,
            double cosine,
            boolean done,
            Optional<FaceImage> face,
            List<Findings.Mark> marks,
            List<Stage> stages) {

        public Seen {
            marks = List.copyOf(marks);
            stages = List.copyOf(stages);
        }
    }

    /// A face on its way.
    public record Stage(long queries, double cosine, FaceImage face) {}

    private static final class Target {

        private long queries;
        private double cosine;
        private boolean done;
        private Optional<FaceImage> face = Optional.empty();
        private final List<Findings.Mark> marks = new ArrayList<>();
        private final List<Stage> stages = new ArrayList<>();

        void mark(long now, double reached) {
            queries = now;
            cosine = reached;
            boolean rises = marks.isEmpty() || marks.getLast().queries() < now;
            if (rises) {
                marks.add(new Findings.Mark(now, reached));
            } else {
                marks.set(marks.size() - 1, new Findings.Mark(marks.getLast().queries(), reached));
            }
            for (int i = marks.size() - 2; marks.size() > MOST_MARKS && i > 0; i -= 2) {
                marks.remove(i);
            }
        }

        Optional<Stage> stage(long now, double reached, FaceImage seen) {
            face = Optional.of(seen);
            boolean step =
                    stages.isEmpty()
                            || reached - stages.getLast().cosine() >= STAGE
                            || now > FACTOR * Math.max(1, stages.getLast().queries());
            if (!step) {
                return Optional.empty();
            }
            var stage = new Stage(now, reached, seen);
            stages.add(stage);
            for (int i = stages.size() - 2; stages.size() > MOST_STAGES && i > 0; i -= 2) {
                stages.remove(i);
            }
            return Optional.of(stage);
        }
    }

    /// Notes an event of the run.
    ///
    /// @param rowOf the leaked file's row of each target of the run
    /// @return the stage that the face of a running search has reached with it, if it is one
    public synchronized Optional<Stage> note(ReconstructionEvent event, List<Integer> rowOf) {
        return switch (event) {
            case ReconstructionEvent.Standing _ -> Optional.empty();
            case ReconstructionEvent.Searching(int at, SearchEvent search) ->
                    note(search, target(rowOf.get(at)));
            case ReconstructionEvent.Rebuilt(int at, Reconstruction row, FaceImage face) -> {
                Target target = target(rowOf.get(at));
                target.mark(row.queries(), row.cosine());
                target.face = Optional.of(face);
                target.stages.add(new Stage(row.queries(), row.cosine(), face));
                target.done = true;
                yield Optional.empty();
            }
        };
    }

    private static Optional<Stage> note(SearchEvent search, Target target) {
        return switch (search) {
            case SearchEvent.Improved(_, long queries, double cosine, FaceImage face) -> {
                target.mark(queries, cosine);
                yield target.stage(queries, cosine, face);
            }
            case SearchEvent.Asked _ -> Optional.empty();
            case SearchEvent.Round(_, long queries, double cosine, _) -> {
                target.mark(queries, cosine);
                yield Optional.empty();
            }
        };
    }

    private Target target(int row) {
        return targets.computeIfAbsent(row, _ -> new Target());
    }

    /// Puts a target that an earlier run had finished, unless its end was seen.
    public synchronized void put(
            int row, Reconstruction found, FaceImage face, List<Findings.Mark> marks) {
        Target target = target(row);
        if (target.done) {
            return;
        }
        target.marks.clear();
        target.marks.addAll(marks);
        target.queries = found.queries();
        target.cosine = found.cosine();
        target.face = Optional.of(face);
        target.stages.clear();
        target.stages.add(new Stage(found.queries(), found.cosine(), face));
        target.done = true;
    }

    /// Puts the stages that an earlier run has kept of a target; nothing if it was not told of.
    public synchronized void film(int row, List<Stage> stages) {
        Target target = targets.get(row);
        if (target != null && stages.size() > target.stages.size()) {
            target.stages.clear();
            target.stages.addAll(stages);
        }
    }

    /// Puts the stages that a stopped search had reached, unless as many were seen.
    public synchronized void begun(int row, List<Stage> stages) {
        Target target = target(row);
        if (target.done || stages.size() <= target.stages.size()) {
            return;
        }
        target.stages.clear();
        target.marks.clear();
        for (Stage stage : stages) {
            target.mark(stage.queries(), stage.cosine());
            var _ = target.stage(stage.queries(), stage.cosine(), stage.face());
        }
    }

    /// How a target stands, without its way: for many at once.
    ///
    /// @param done whether its picture is on the disk
    public record Glance(long queries, double cosine, boolean done, Optional<FaceImage> face) {}

    /// How a target stands; empty if nothing was told of it.
    public synchronized Optional<Glance> glance(int row) {
        return Optional.ofNullable(targets.get(row))
                .map(t -> new Glance(t.queries, t.cosine, t.done, t.face));
    }

    /// How a target stands; empty if nothing was told of it.
    public synchronized Optional<Seen> of(int row) {
        Target t = targets.get(row);
        return t == null
                ? Optional.empty()
                : Optional.of(
                        new Seen(row, t.queries, t.cosine, t.done, t.face, t.marks, t.stages));
    }

    /// All targets told of, by row.
    public synchronized List<Seen> all() {
        return targets.keySet().stream().sorted().flatMap(r -> of(r).stream()).toList();
    }
}
