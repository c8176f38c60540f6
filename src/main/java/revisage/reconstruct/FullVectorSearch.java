package revisage.reconstruct;

import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.work.Kept;
import revisage.work.Work;
import revisage.work.WorkException;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Full-vector Eigenfaces: damped Gauss-Newton on the extractor's whole answer, many targets at
/// once (methods.md 1.7, carried further).
///
/// 1. *Start*: the 24 public faces whose answers are most alike, weighted, moved by the regression
///    to the leaked vector. A start with natural contrast transfers better to other extractors than
///    the mean face does.
/// 2. *Round*: steps `J'(JJ' + rho I)^-1 (v - f)` for two dampings and two lengths; the best is
///    taken if it is better; J learns from all four.
/// 3. *Probe*: differences along the directions that J says move the answer most, later along all
///    axes; they make the shared Jacobian the target's own. Coarse to fine: few directions first.
///
/// Probes and rounds alternate until the budget, the cosine asked for, or a plateau. A budget of
/// some hundred queries pays for several starts first, the others nearer to one public face each:
/// the walk that stands nearest after its first probe goes on. An extractor is content in several
/// valleys; the one that is reached soonest holds more of the person, for other extractors too.
public final class FullVectorSearch implements SearchRun {

    /// Careful while J is mostly the shared one: what it says too loudly does not transfer.
    private static final double[] EARLY_DAMPINGS = {1e-2, 1e-1};

    private static final double[] LATE_DAMPINGS = {3e-3, 3e-2};
    private static final float[] LENGTHS = {0.5f, 1.5f};

    /// Fewer would have the cores wait for each other more often: 64 costs one query in a hundred.
    private static final int CHUNK = 256;

    /// Gain in cosine a query below which a cycle counts as a plateau.
    private static final double PLATEAU = 2.5e-5;

    private final Composer composer;
    private final Access.Vectors access;
    private final ReconstructorSpec.FullVector spec;
    private final List<TargetSearch> searches;
    private final float[] pixels = new float[CHUNK * FaceImage.VALUES];

    /// @param targets `(t, d)`, rows of length 1
    public FullVectorSearch(
            float[] targets,
            SharedKnowledge shared,
            Decoder decoder,
            Access.Vectors access,
            ReconstructorSpec.FullVector spec) {
        this.composer = new Composer(decoder);
        this.access = access;
        this.spec = spec;
        int d = shared.dimension();
        JacobianEstimate common = SharedStart.jacobian(shared);
        SharedStart start = new SharedStart(shared);
        List<Direction.Free> probe = Direction.Free.of(common.strongest(Walk.firstDirections(d)));
        searches =
                IntStream.range(0, targets.length / d)
                        .mapToObj(i -> Arrays.copyOfRange(targets, i * d, (i + 1) * d))
                        .map(target -> search(target, start.towards(target), common, probe))
                        .toList();
    }

    private TargetSearch search(
            float[] target,
            IntFunction<float[]> starts,
            JacobianEstimate common,
            List<Direction.Free> probe) {
        return new TargetSearch(
                n -> new Walk(target, starts.apply(n), common.copy(), probe),
                TargetSearch.starts(spec.queries(), target.length));
    }

    @Override
    public boolean ended() {
        return searches.stream().allMatch(s -> s.course().ended());
    }

    @Override
    public void advance(Consumer<? super SearchEvent> events)
            throws WorkException, InterruptedException {
        // Plans are made from the state alone and the state is changed only at the end, so an
        // interrupted round leaves it as it was.
        List<Plan> plans = plans();
        float[] answers = ask(plans, events);
        learn(plans, answers);
        tell(plans.stream().map(Plan::search).toList(), events);
    }

    private void learn(List<Plan> plans, float[] answers) {
        int[] offsets = new int[plans.size() + 1];
        for (int i = 0; i < plans.size(); i++) {
            offsets[i + 1] = offsets[i] + plans.get(i).count() * access.dimension();
        }
        IntStream.range(0, plans.size())
                .parallel()
                .forEach(i -> plans.get(i).search().learn(plans.get(i), answers, offsets[i], spec));
    }

    private List<Plan> plans() {
        return searches.stream().filter(s -> !s.course().ended()).toList().parallelStream()
                .map(s -> s.plan(spec))
                .toList();
    }

    private float[] ask(List<Plan> plans, Consumer<? super SearchEvent> events)
            throws WorkException, InterruptedException {
        List<Candidate> candidates = plans.stream().flatMap(p -> p.candidates().stream()).toList();
        var asked = new Asked(plans, events);
        int d = access.dimension();
        float[] answers = new float[candidates.size() * d];
        composer.expect(candidates);
        for (int from = 0; from < candidates.size(); from += CHUNK) {
            Work.pausePoint();
            int count = Math.min(CHUNK, candidates.size() - from);
            composer.compose(candidates.subList(from, from + count), pixels);
            float[] block = access.answers(new FaceBatch(pixels, count));
            System.arraycopy(block, 0, answers, from * d, count * d);
            asked.tell(from + count);
        }
        return answers;
    }

    /// Tells of each target whose candidates have all been asked about.
    private final class Asked {

        private final Deque<Plan> waiting;
        private final Consumer<? super SearchEvent> events;
        private int told; // candidates

        Asked(List<Plan> plans, Consumer<? super SearchEvent> events) {
            waiting = new ArrayDeque<>(plans);
            this.events = events;
        }

        void tell(int done) {
            while (!waiting.isEmpty() && told + waiting.element().count() <= done) {
                Plan plan = waiting.remove();
                told += plan.count();
                events.accept(
                        new SearchEvent.Asked(
                                searches.indexOf(plan.search()),
                                plan.search().course().queries() + plan.count()));
            }
        }
    }

    private void tell(List<TargetSearch> told, Consumer<? super SearchEvent> events)
            throws WorkException, InterruptedException {
        List<TargetSearch> better = told.stream().filter(s -> s.course().improved()).toList();
        List<FaceImage> faces = faces(better);
        for (int i = 0; i < better.size(); i++) {
            TargetSearch search = better.get(i);
            events.accept(
                    new SearchEvent.Improved(
                            searches.indexOf(search),
                            search.course().queries(),
                            search.course().cosine(),
                            faces.get(i)));
        }
        for (TargetSearch search : told) {
            events.accept(
                    new SearchEvent.Round(
                            searches.indexOf(search),
                            search.course().queries(),
                            search.course().cosine(),
                            spec.queries()));
        }
    }

    private List<FaceImage> faces(List<TargetSearch> of)
            throws WorkException, InterruptedException {
        var faces = new ArrayList<FaceImage>();
        List<Candidate> found = of.stream().map(TargetSearch::found).toList();
        composer.expect(found);
        for (int from = 0; from < of.size(); from += CHUNK) {
            int count = Math.min(CHUNK, of.size() - from);
            composer.compose(found.subList(from, from + count), pixels);
            for (int i = 0; i < count; i++) {
                faces.add(FaceImage.rounded(pixels, i * FaceImage.VALUES));
            }
        }
        return faces;
    }

    @Override
    public Kept state() {
        Kept kept = Kept.nothing();
        for (int i = 0; i < searches.size(); i++) {
            kept = searches.get(i).keep(kept, i + ".");
        }
        return kept;
    }

    /// Goes on from a state that a run of the same targets and settings gave.
    public void restore(Kept kept) {
        for (int i = 0; i < searches.size(); i++) {
            searches.get(i).restore(kept, i + ".");
        }
    }

    @Override
    public Findings findings() throws WorkException, InterruptedException {
        return new Findings(
                faces(searches), searches.stream().map(s -> s.course().findings()).toList());
    }

    /// What one target asks next.
    record Plan(TargetSearch search, Walk.Step step) {

        List<Candidate> candidates() {
            return step.candidates();
        }

        int count() {
            return candidates().size();
        }
    }

    static double[] dampings(boolean early) {
        return early ? EARLY_DAMPINGS.clone() : LATE_DAMPINGS.clone();
    }

    static float[] lengths() {
        return LENGTHS.clone();
    }

    static boolean flat(double gain, long queries) {
        return gain < PLATEAU * queries;
    }
}
