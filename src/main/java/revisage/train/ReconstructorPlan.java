package revisage.train;

import revisage.people.PhotoCount;

import java.util.Optional;
import java.util.stream.Stream;

/// What a reconstructor is trained on and how: the JSON that a person writes.
///
/// What is left out gets the value named here; [#complete()] writes it in, and that is what
/// checkpoint, report and card carry.
///
/// @param schema [#SCHEMA]
/// @param name of the reconstructor and its files: letters, digits, `-`, `_`, `.`
/// @param method which network, and how it learns
/// @param extractor an ONNX file with its card; only its answers are used
/// @param seed of first weights, order, pairs, and of who is held out
/// @param data whose faces
/// @param people which of them, of a folder; all
/// @param heldOut people who are never learned, one face each, 0..1000; 12
/// @param pairs made of each face
/// @param augmentation of the changed copies
/// @param threads cores the network computes on, 1 or more; all of them
/// @param device `auto`, `cpu`, `cuda`; `auto`
/// @param checkpointSeconds between two checkpoints, 5 or more; 60
public record ReconstructorPlan(
        int schema,
        String name,
        Method method,
        String extractor,
        long seed,
        TrainingData data,
        Optional<PhotoCount> people,
        Optional<Integer> heldOut,
        Optional<PairMaking> pairs,
        Optional<Augmentation> augmentation,
        Optional<Integer> threads,
        Optional<String> device,
        Optional<Integer> checkpointSeconds) {

    /// The layout this program writes and reads.
    public static final int SCHEMA = 1;

    public ReconstructorPlan {
        ExtractorPlan.named(name);
        Settings.within("heldOut", heldOut, 0, 1000);
        ExtractorPlan.machine(threads, device, checkpointSeconds);
        if (people.isPresent() && data.folder().isEmpty()) {
            throw new IllegalArgumentException("people is for a folder only");
        }
    }

    /// Exactly one of them.
    public record Method(
            Optional<NbNetPlan> nbnet, Optional<NaivePlan> naive, Optional<Vec2FacePlan> vec2face) {

        public Method {
            long named = Stream.of(nbnet, naive, vec2face).filter(Optional::isPresent).count();
            if (named != 1) {
                throw new IllegalArgumentException(
                        "name exactly one of nbnet, naive, vec2face, not " + named);
            }
        }

        /// The one that is named.
        public static Method of(ReconstructorMethod chosen) {
            return switch (chosen) {
                case NbNetPlan n -> new Method(Optional.of(n), Optional.empty(), Optional.empty());
                case NaivePlan n -> new Method(Optional.empty(), Optional.of(n), Optional.empty());
                case Vec2FacePlan v ->
                        new Method(Optional.empty(), Optional.empty(), Optional.of(v));
            };
        }

        /// The one that is named.
        public ReconstructorMethod chosen() {
            return Stream.of(nbnet, naive, vec2face)
                    .<ReconstructorMethod>flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// This plan with nothing left out, but for `threads`: they are this machine's.
    public ReconstructorPlan complete() {
        return with(method.chosen().complete());
    }

    /// Complete, with this method's settings.
    public ReconstructorPlan with(ReconstructorMethod other) {
        return new ReconstructorPlan(
                schema,
                name,
                Method.of(other),
                extractor,
                seed,
                data,
                people,
                Optional.of(held()),
                Optional.of(making().complete()),
                Optional.of(augmentation.orElse(Augmentation.NOTHING_SAID).complete()),
                threads,
                Optional.of(device.orElse("auto")),
                Optional.of(secondsBetween()));
    }

    /// The same on any machine, however many cores it has.
    public ReconstructorPlan anywhere() {
        return new ReconstructorPlan(
                schema,
                name,
                method,
                extractor,
                seed,
                data,
                people,
                heldOut,
                pairs,
                augmentation,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Pairs made of each face.
    PairMaking making() {
        return pairs.orElse(PairMaking.USUAL);
    }

    /// People held out.
    public int held() {
        return heldOut.orElse(12);
    }

    /// Seconds between two checkpoints.
    public int secondsBetween() {
        return checkpointSeconds.orElse(60);
    }
}
