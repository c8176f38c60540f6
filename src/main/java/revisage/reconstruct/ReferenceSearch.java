package revisage.reconstruct;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.work.Dice;
import revisage.work.Kept;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The published Eigenfaces search, step by step: 64 children an iteration, always on from the best
/// of them even if it is worse than its parent, ten short starts, then on from the best with a
/// fifth of the step.
///
/// - **Basis** principal axes with face-like directions, `d = standardise(sum_i z_i deviation_i
///   axis_i)`, in place of the trained decoder that is not to be had (`PCA_REFERENCE`, methods.md
///   1.4).
/// - **Unit** grey values: `clamp(delta + lr d, -1, 1)` on a scale of -1..1 is here `clamp(face +
///   127.5 lr d, mean - 127.5, mean + 127.5)`. Candidates are shown to the extractor unclipped, as
///   released.
/// - **Cosine** reported is that of the best of the newest iteration, and the face found is that
///   one, stretched from its darkest to its brightest value over 0..255: nothing better that was
///   seen before is kept, as released.
/// - **Random** numbers are named by (seed of the target, iteration), so that a kept run needs no
///   state of a generator.
///
/// **Source** *Darker than Black-Box*, arXiv 2106.14290, released code; methods.md 1.3 and 1.4.
public final class ReferenceSearch implements SearchRun {

    private static final float HALF_RANGE = 127.5f;
    private static final double EPSILON = 1e-6;

    private final ReconstructorSpec.Reference spec;
    private final Decoder decoder;
    private final Access.Scores scores;
    private final long[] seeds;
    private final float[] mean;

    private final int[] askedAbout;
    private final float[] coefficients;
    private final float[] candidates;

    private int iteration;
    private final float[] parents;
    private final float[] shown;
    private final float[] best;
    private final double[] bestCosines;
    private final double[] trace;

    /// At the beginning.
    ///
    /// @param decoder stays the caller's
    /// @param seeds one a target, for example `Dice.seed(plan seed, Dice.of(id))`: what is found
    ///   for a target does not depend on its neighbours
    public ReferenceSearch(
            ReconstructorSpec.Reference spec,
            EigenBasis basis,
            Decoder decoder,
            Access.Scores scores,
            long[] seeds) {
        this.spec = spec;
        this.decoder = decoder;
        this.scores = scores;
        this.seeds = seeds.clone();
        mean = basis.mean();
        int faces = Math.multiplyExact(seeds.length, spec.batch());
        askedAbout = IntStream.range(0, faces).map(i -> i / spec.batch()).toArray();
        coefficients = new float[Math.multiplyExact(faces, decoder.components())];
        candidates = new float[Math.multiplyExact(faces, FaceImage.VALUES)];
        parents = new float[Math.multiplyExact(seeds.length, FaceImage.VALUES)];
        for (int target = 0; target < seeds.length; target++) {
            restart(target);
        }
        shown = parents.clone();
        best = parents.clone();
        bestCosines = new double[seeds.length];
        Arrays.fill(bestCosines, Double.NEGATIVE_INFINITY);
        trace = new double[Math.multiplyExact(seeds.length, spec.iterations())];
    }

    /// Goes on from a state that a run of the same targets and settings gave.
    public void restore(Kept state) {
        iteration = (int) state.longs("iteration")[0];
        copy(state.floats("parents"), parents);
        copy(state.floats("shown"), shown);
        copy(state.floats("best"), best);
        double[] numbers = state.doubles("bestCosines");
        System.arraycopy(numbers, 0, bestCosines, 0, seeds.length);
        System.arraycopy(state.doubles("trace"), 0, trace, 0, trace.length);
    }

    private static void copy(float[] from, float[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }

    @Override
    public boolean ended() {
        return iteration >= spec.iterations();
    }

    @Override
    public void advance(Consumer<? super SearchEvent> events)
            throws WorkException, InterruptedException {
        if (ended()) {
            throw new IllegalStateException("the search has ended");
        }
        if (iteration == 0) {
            showTheMean();
        } else {
            draw();
            float[] planes = decoder.planes(coefficients, askedAbout.length);
            double step = HALF_RANGE * spec.stepLength() * (afterTheStarts() ? 0.2 : 1);
            IntStream.range(0, askedAbout.length).parallel().forEach(i -> child(i, planes, step));
        }
        double[] cosines =
                scores.scores(new FaceBatch(candidates, askedAbout.length), askedAbout.clone());
        List<SearchEvent> told = new ArrayList<>();
        for (int target = 0; target < seeds.length; target++) {
            moveOn(target, cosines, told);
        }
        iteration++;
        told.forEach(events);
    }

    @Override
    public Kept state() {
        return Kept.nothing()
                .with("iteration", new long[] {iteration})
                .with("parents", parents)
                .with("shown", shown)
                .with("best", best)
                .with("bestCosines", bestCosines)
                .with("trace", trace);
    }

    /// Not the best ever seen but, as published, the best of the newest iteration.
    @Override
    public Findings findings() {
        if (iteration == 0) {
            throw new IllegalStateException("nothing was asked yet");
        }
        List<FaceImage> faces = new ArrayList<>();
        List<Findings.Target> targets = new ArrayList<>();
        for (int target = 0; target < seeds.length; target++) {
            faces.add(stretched(target * FaceImage.VALUES));
            List<Findings.Mark> marks = new ArrayList<>();
            for (int t = 0; t < iteration; t++) {
                marks.add(new Findings.Mark(queries(t), trace[target * spec.iterations() + t]));
            }
            targets.add(
                    new Findings.Target(
                            queries(iteration - 1),
                            marks.getLast().cosine(),
                            marks,
                            Findings.Ending.BUDGET));
        }
        return new Findings(faces, targets);
    }

    private long queries(int lastIteration) {
        return (lastIteration + 1L) * spec.batch();
    }

    private boolean afterTheStarts() {
        return spec.starts() > 0 && iteration > spec.starts() * spec.iterationsAStart();
    }

    private void restart(int target) {
        System.arraycopy(mean, 0, parents, target * FaceImage.VALUES, FaceImage.VALUES);
    }

    private void showTheMean() {
        for (int i = 0; i < askedAbout.length; i++) {
            System.arraycopy(mean, 0, candidates, i * FaceImage.VALUES, FaceImage.VALUES);
        }
    }

    private void draw() {
        IntStream.range(0, seeds.length).parallel().forEach(this::draw);
    }

    private void draw(int target) {
        int at = target * spec.batch() * decoder.components();
        UniformRandomProvider random =
                RandomSource.XO_SHI_RO_256_PP.create(Dice.seed(seeds[target], iteration));
        var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        for (int i = 0; i < spec.batch(); i++) {
            // Without effect on the distribution, but the original throws this coin too.
            double sign = random.nextBoolean() ? 1 : -1;
            for (int c = 0; c < decoder.components(); c++) {
                coefficients[at++] = (float) (sign * gaussian.sample());
            }
        }
    }

    /// Turns plane `i` into the child `candidates[i]`: standardised, scaled, added, clamped.
    private void child(int i, float[] planes, double step) {
        int at = i * FaceImage.VALUES;
        int parent = askedAbout[i] * FaceImage.VALUES;
        int own = i * decoder.components();
        double middle = decoder.sum(coefficients, own) / FaceImage.VALUES;
        double squares = decoder.squares(coefficients, own) - FaceImage.VALUES * middle * middle;
        double deviation = Math.sqrt(Math.max(0, squares) / (FaceImage.VALUES - 1));
        float scale = (float) (step / (deviation + EPSILON));
        float shift = (float) (-middle * step / (deviation + EPSILON));
        int full = FaceImage.SIDE * 3;
        int width = decoder.width() / FaceImage.SIDE;
        float[] value = new float[full];
        float[] from = new float[width];
        float[] centre = new float[width];
        for (int y = 0; y < FaceImage.SIDE; y++) {
            System.arraycopy(planes, i * decoder.width() + y * width, value, 0, width);
            System.arraycopy(parents, parent + y * full, from, 0, width);
            System.arraycopy(mean, y * full, centre, 0, width);
            move(value, from, centre, scale, shift);
            if (width < full) {
                Mirror.rightFromLeft(value, 0);
            }
            System.arraycopy(value, 0, candidates, at + y * full, full);
        }
    }

    private static void move(
            float[] value, float[] from, float[] centre, float scale, float shift) {
        for (int j = 0; j < from.length; j++) {
            float moved = from[j] + (scale * value[j] + shift);
            value[j] = Math.max(centre[j] - HALF_RANGE, Math.min(centre[j] + HALF_RANGE, moved));
        }
    }

    private void moveOn(int target, double[] cosines, List<SearchEvent> told) {
        int chosen = target * spec.batch();
        for (int i = chosen + 1; i < (target + 1) * spec.batch(); i++) {
            if (cosines[i] > cosines[chosen]) {
                chosen = i;
            }
        }
        int at = target * FaceImage.VALUES;
        System.arraycopy(candidates, chosen * FaceImage.VALUES, shown, at, FaceImage.VALUES);
        System.arraycopy(shown, at, parents, at, FaceImage.VALUES);
        int marks = target * spec.iterations();
        trace[marks + iteration] = cosines[chosen];
        if (isBestOf(marks)) {
            told.add(
                    new SearchEvent.Improved(
                            target,
                            queries(iteration),
                            cosines[chosen],
                            FaceImage.rounded(shown, at)));
        }
        told.add(
                new SearchEvent.Round(
                        target,
                        queries(iteration),
                        cosines[chosen],
                        queries(spec.iterations() - 1)));
        endAStart(target, cosines[chosen]);
    }

    private boolean isBestOf(int marks) {
        for (int t = 0; t < iteration; t++) {
            if (trace[marks + t] >= trace[marks + iteration]) {
                return false;
            }
        }
        return true;
    }

    private void endAStart(int target, double cosine) {
        if (iteration == 0
                || iteration % spec.iterationsAStart() != 0
                || iteration / spec.iterationsAStart() > spec.starts()) {
            return;
        }
        int at = target * FaceImage.VALUES;
        if (cosine > bestCosines[target]) {
            bestCosines[target] = cosine;
            System.arraycopy(shown, at, best, at, FaceImage.VALUES);
        }
        if (iteration == spec.starts() * spec.iterationsAStart()) {
            System.arraycopy(best, at, parents, at, FaceImage.VALUES);
        } else {
            restart(target);
        }
    }

    private FaceImage stretched(int at) {
        float darkest = Float.POSITIVE_INFINITY;
        float brightest = Float.NEGATIVE_INFINITY;
        for (int j = 0; j < FaceImage.VALUES; j++) {
            darkest = Math.min(darkest, shown[at + j]);
            brightest = Math.max(brightest, shown[at + j]);
        }
        float scale = brightest > darkest ? 255 / (brightest - darkest) : 0;
        float[] stretched = new float[FaceImage.VALUES];
        for (int j = 0; j < FaceImage.VALUES; j++) {
            stretched[j] = (shown[at + j] - darkest) * scale;
        }
        return FaceImage.rounded(stretched, 0);
    }
}
