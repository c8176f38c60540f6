package revisage.reconstruct;

import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.work.Kept;
import revisage.work.Work;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Eigenfaces with one similarity a query, as few queries as possible.
///
/// 1. *Anchors*: pictures of the attacker's own, whose answers he has, are compared with the
///    target; their scores locate the leaked vector without ever seeing it ([Anchors]).
/// 2. *Start*: the faces that by the shared knowledge should answer with that vector.
/// 3. *Climb*: from the best face on by steps drawn from what the scores so far say about the slope
///    around it ([SlopeBelief]), inside a trust radius; the best ever seen is kept.
///
/// **Source** methods.md 1.5 (F5, F8) and 1.7. In place of a separable CMA-ES, which on real faces
/// needed three times the queries from the same start.
public final class ScoreSearch implements SearchRun {

    private static final int CHUNK = 64;

    private final Decoder decoder;
    private final Access.Scores access;
    private final ReconstructorSpec.Score spec;
    private final List<ScoreTarget> targets;
    private final float[] pixels = new float[CHUNK * FaceImage.VALUES];

    /// @param shared of the attacked extractor, fitted to the decoder's basis
    /// @param decoder stays the caller's
    /// @param seeds one a target, for example `Dice.seed(plan seed, Dice.of(id))`
    public ScoreSearch(
            SharedKnowledge shared,
            Decoder decoder,
            Access.Scores access,
            ReconstructorSpec.Score spec,
            long[] seeds) {
        if (shared.components() != decoder.components()) {
            throw new IllegalArgumentException(
                    "%d components are known, %d are decoded"
                            .formatted(shared.components(), decoder.components()));
        }
        this.decoder = decoder;
        this.access = access;
        this.spec = spec;
        int most = (int) Math.min(shared.dimension(), spec.queries() / 3);
        ScoreGround ground = new ScoreGround(shared, most);
        targets =
                Arrays.stream(seeds)
                        .mapToObj(seed -> new ScoreTarget(ground, spec, seed, shared.components()))
                        .toList();
    }

    @Override
    public boolean ended() {
        return targets.stream().allMatch(t -> t.course().ended());
    }

    @Override
    public void advance(Consumer<? super SearchEvent> events)
            throws WorkException, InterruptedException {
        List<Optional<ScoreTarget.Plan>> plans =
                targets.parallelStream()
                        .map(t -> t.course().ended() ? Optional.<ScoreTarget.Plan>empty() : plan(t))
                        .toList();
        List<float[]> candidates = new ArrayList<>();
        List<Integer> asked = new ArrayList<>();
        int[] from = new int[plans.size()];
        for (int i = 0; i < from.length; i++) {
            from[i] = candidates.size();
            for (float[] candidate :
                    plans.get(i).map(ScoreTarget.Plan::candidates).orElse(List.of())) {
                candidates.add(candidate);
                asked.add(i);
            }
        }
        double[] scores = ask(candidates, asked.stream().mapToInt(i -> i).toArray());
        IntStream.range(0, from.length)
                .parallel()
                .forEach(
                        i -> plans.get(i).ifPresent(p -> targets.get(i).learn(p, scores, from[i])));
        for (int i = 0; i < from.length; i++) {
            if (plans.get(i).isPresent()) {
                tell(i, events);
            }
        }
    }

    private static Optional<ScoreTarget.Plan> plan(ScoreTarget target) {
        return Optional.of(target.plan());
    }

    private double[] ask(List<float[]> candidates, int[] asked)
            throws WorkException, InterruptedException {
        int k = decoder.components();
        double[] scores = new double[asked.length];
        for (int from = 0; from < asked.length; from += CHUNK) {
            Work.pausePoint();
            int count = Math.min(CHUNK, asked.length - from);
            float[] coefficients = new float[count * k];
            for (int i = 0; i < count; i++) {
                System.arraycopy(candidates.get(from + i), 0, coefficients, i * k, k);
            }
            decoder.decode(coefficients, count, pixels);
            double[] block =
                    access.scores(
                            new FaceBatch(pixels, count),
                            Arrays.copyOfRange(asked, from, from + count));
            System.arraycopy(block, 0, scores, from, count);
        }
        return scores;
    }

    private void tell(int place, Consumer<? super SearchEvent> events)
            throws WorkException, InterruptedException {
        ScoreTarget target = targets.get(place);
        if (target.course().improved()) {
            events.accept(
                    new SearchEvent.Improved(
                            place,
                            target.course().queries(),
                            target.course().cosine(),
                            face(target)));
        }
        events.accept(
                new SearchEvent.Round(
                        place,
                        target.course().queries(),
                        target.course().cosine(),
                        spec.queries()));
    }

    private FaceImage face(ScoreTarget target) throws WorkException, InterruptedException {
        float[] image = new float[FaceImage.VALUES];
        decoder.decode(target.coefficients(), 1, image);
        return FaceImage.rounded(image, 0);
    }

    @Override
    public Kept state() {
        Kept kept = Kept.nothing();
        for (int i = 0; i < targets.size(); i++) {
            kept = targets.get(i).keep(kept, i + ".");
        }
        return kept;
    }

    /// Goes on from a state that a run of the same targets and settings gave.
    public void restore(Kept kept) {
        for (int i = 0; i < targets.size(); i++) {
            targets.get(i).restore(kept, i + ".");
        }
    }

    @Override
    public Findings findings() throws WorkException, InterruptedException {
        List<FaceImage> faces = new ArrayList<>();
        for (ScoreTarget target : targets) {
            faces.add(face(target));
        }
        return new Findings(faces, targets.stream().map(t -> t.course().findings()).toList());
    }
}
