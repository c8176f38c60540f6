package revisage.engine.djl;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import revisage.face.FaceImage;
import revisage.train.Grown;
import revisage.train.GrowthCourse;
import revisage.train.PairBatch;
import revisage.train.ReconstructorTrainee;
import revisage.train.TrainingException;
import revisage.train.Vec2FacePlan;
import revisage.work.Dice;
import revisage.work.Kept;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Vec2Face, the re-creation, in PyTorch's memory: a student first, then a generator and a critic
/// that grow.
final class Vec2FaceTrainee implements ReconstructorTrainee {

    private static final List<Integer> SMALL = List.of(128, 96, 64, 32, 8, 8);
    private static final int SMALL_LAST = 128;

    private final NDManager manager;
    private final Vec2FacePlan plan;
    private final GrowthCourse course;
    private final Growing net;
    private final Rivals rivals;
    private final Optional<Student> student;
    private final String device;
    private final long seed;
    private final ShownFaces shown = new ShownFaces();
    private GeneratorLoss loss;
    private final boolean measuring;
    private Balance balance = Balance.NOTHING;
    private Grown grown = new Grown(0, 1);

    /// @param plan complete
    /// @param dimension d of the extractor
    /// @param pairs there are to learn from
    Vec2FaceTrainee(
            Engine engine,
            NDManager manager,
            Vec2FacePlan plan,
            long seed,
            int dimension,
            long pairs,
            String device) {
        this.manager = manager;
        this.plan = plan;
        this.course = plan.course(pairs);
        this.net = generator(plan, dimension);
        this.device = device;
        this.seed = seed;
        Vec2FacePlan.Losses losses = plan.weights();
        this.rivals =
                new Rivals(
                        engine,
                        manager,
                        net,
                        critic(plan),
                        new CriticLoss(
                                losses.penalty().orElseThrow(), losses.drift().orElseThrow()),
                        seed,
                        plan.growing().average().orElseThrow());
        this.student =
                plan.learner().epochs().orElseThrow() == 0
                        ? Optional.empty()
                        : Optional.of(
                                new Student(
                                        engine,
                                        manager,
                                        student(plan.learner().network().orElseThrow(), dimension),
                                        Dice.seed(seed, Dice.of("student")),
                                        plan.learner().enough().orElseThrow()));
        this.loss = new GeneratorLoss(weights(losses));
        this.measuring = losses.measure().orElseThrow();
    }

    private static Map<String, Double> weights(Vec2FacePlan.Losses losses) {
        return Map.of(
                GeneratorLoss.ADVERSARIAL, losses.adversarial().orElseThrow(),
                GeneratorLoss.PIXEL, losses.pixel().orElseThrow(),
                GeneratorLoss.IDENTITY, losses.identity().orElseThrow(),
                GeneratorLoss.BIJECTIVE, losses.bijective().orElseThrow());
    }

    /// The network that a plan names.
    static Growing generator(Vec2FacePlan plan, int dimension) {
        List<Integer> widths =
                plan.small()
                        ? SMALL.subList(0, plan.levels())
                        : Growing.full(Grown.side(plan.levels() - 1), false).widths();
        return new Growing(dimension, widths, plan.adaptive());
    }

    /// The critic of that network.
    static GrowingCritic critic(Vec2FacePlan plan) {
        return plan.small()
                ? new GrowingCritic(
                        SMALL.subList(0, plan.levels()).stream().map(w -> w / 2).toList(),
                        SMALL_LAST)
                : GrowingCritic.full(Grown.side(plan.levels() - 1));
    }

    private static Backbone student(String name, int dimension) {
        return switch (name) {
            case "res-small" -> IResNet.small(dimension);
            case "iresnet18" -> IResNet.eighteen(dimension);
            case "iresnet50" -> IResNet.fifty(dimension);
            default -> throw new IllegalArgumentException("no student named " + name);
        };
    }

    @Override
    public long parameters() {
        return net.weights().stream().mapToLong(Weight::size).sum();
    }

    @Override
    public int dimension() {
        return net.input();
    }

    @Override
    public String device() {
        return device;
    }

    @Override
    public int side() {
        return FaceImage.SIDE;
    }

    @Override
    public Losses learn(PairBatch batch, long step) throws WorkException {
        try (NDManager m = manager.newSubManager()) {
            NDArray faces = shown.of(m, batch.pixels(), 0, batch.count(), batch.side());
            NDArray vectors =
                    m.create(batch.vectors(), new Shape(batch.count(), batch.dimension()));
            SortedMap<String, Double> values =
                    switch (course.place(step)) {
                        case GrowthCourse.Place.Learning _ ->
                                study(m, faces, vectors, batch, course.rate(step));
                        case GrowthCourse.Place.Growing(Grown now, boolean fresh) -> {
                            grown = now;
                            if (fresh) {
                                rivals.fresh();
                                balance = Balance.NOTHING;
                                student.ifPresent(Student::hold);
                            }
                            yield grow(m, faces, vectors, step);
                        }
                    };
            if (!values.values().stream().allMatch(Double::isFinite)) {
                throw new TrainingException(
                        "The training ran away: a loss or gradient is not finite any more.",
                        "Lower the rate in the plan.");
            }
            return new Losses(values);
        } catch (EngineException e) {
            throw DjlTrainees.failed(e);
        }
    }

    private SortedMap<String, Double> study(
            NDManager m, NDArray faces, NDArray vectors, PairBatch batch, double rate) {
        Student who = student.orElseThrow();
        var values = new TreeMap<String, Double>();
        if (!who.held()) {
            values.put("student", who.learn(m, faces, vectors, batch, rate));
        }
        values.put("student cosine", who.cosine());
        return values;
    }

    private SortedMap<String, Double> grow(NDManager m, NDArray faces, NDArray vectors, long step) {
        NDArray real = Fading.seen(faces, grown);
        var dice = new SplittableRandom(Dice.seed(seed, Dice.of("between"), step));
        float[] mix = new float[(int) faces.getShape().get(0)];
        for (int i = 0; i < mix.length; i++) {
            mix[i] = dice.nextFloat();
        }
        var lesson = new Rivals.Lesson(real, vectors, m.create(mix), grown, course.rate(step));
        NDArray made = rivals.made(lesson);
        SortedMap<String, Double> values = rivals.judge(m, lesson, made);
        Map<String, GeneratorLoss.Term> terms = terms(real, vectors);
        boolean last = grown.level() == net.levels() - 1;
        boolean weighed = terms.containsKey(GeneratorLoss.IDENTITY) || last;
        if (measuring && weighed && balance.due(step)) {
            values.putAll(weigh(rivals.gradients(made, terms)));
        }
        values.putAll(rivals.learn(m, lesson, made, loss, terms));
        return values;
    }

    /// Moves the weights while it is not enough.
    ///
    /// @return each gradient with its weight over the critic's with its own
    private SortedMap<String, Double> weigh(SortedMap<String, Double> gradients) {
        if (!balance.enough()) {
            balance = balance.and(gradients);
            loss = loss.calibrated(balance.means());
        }
        var values = new TreeMap<String, Double>();
        loss.balances(gradients).forEach((name, is) -> values.put(name + " to critic", is));
        return values;
    }

    private Map<String, GeneratorLoss.Term> terms(NDArray real, NDArray vectors) {
        var terms = new HashMap<String, GeneratorLoss.Term>();
        terms.put(GeneratorLoss.ADVERSARIAL, rivals.adversarial(grown));
        terms.put(GeneratorLoss.PIXEL, GeneratorLoss.pixel(real));
        int from = plan.weights().identityFrom().orElseThrow();
        if (student.isPresent() && grown.side() >= from) {
            terms.put(
                    GeneratorLoss.IDENTITY,
                    GeneratorLoss.identity(student.get(), vectors, grown.side()));
        }
        if (vectors.getShape().get(0) > 1) {
            terms.put(GeneratorLoss.BIJECTIVE, GeneratorLoss.bijective(vectors));
        }
        return terms;
    }

    @Override
    public float[] faces(float[] vectors, int n) throws WorkException {
        try (NDManager m = manager.newSubManager()) {
            NDArray given = m.create(vectors, new Shape(vectors.length / dimension(), dimension()));
            return rivals.faces(given.get(":" + n), grown, side()).toFloatArray();
        } catch (EngineException e) {
            throw DjlTrainees.failed(e);
        }
    }

    @Override
    public SortedMap<String, Double> calibrated() {
        if (!measuring || balance.count() == 0) {
            return Collections.emptySortedMap();
        }
        return new TreeMap<>(
                Map.of(
                        Vec2FacePlan.PIXEL, loss.weights().get(GeneratorLoss.PIXEL),
                        Vec2FacePlan.IDENTITY, loss.weights().get(GeneratorLoss.IDENTITY)));
    }

    @Override
    public Kept state() {
        Kept state =
                Kept.nothing()
                        .with("level", new long[] {grown.level()})
                        .with("share", new double[] {grown.share()})
                        .with(
                                "weights",
                                new double[] {
                                    loss.weights().get(GeneratorLoss.PIXEL),
                                    loss.weights().get(GeneratorLoss.IDENTITY)
                                })
                        .with("balance", balance.numbers())
                        .with("rivals.", rivals.state());
        return student.map(s -> state.with("student.", s.state())).orElse(state);
    }

    @Override
    public void restore(Kept state) {
        rivals.restore(state.part("rivals."));
        student.ifPresent(s -> s.restore(state.part("student.")));
        long[] level = state.longs("level");
        grown = new Grown((int) level[0], state.doubles("share")[0]);
        balance = Balance.of(state.doubles("balance"));
        double[] kept = state.doubles("weights");
        var all = new HashMap<>(loss.weights());
        all.put(GeneratorLoss.PIXEL, kept[0]);
        all.put(GeneratorLoss.IDENTITY, kept[1]);
        loss = new GeneratorLoss(all);
    }

    @Override
    public void export(Path onnx) throws WorkException {
        Layer layers = net.at(grown, side());
        OnnxGraph.write(
                new Painter("vec2face", layers, dimension(), side(), Backbone.Start.NORMAL),
                rivals.result(),
                onnx);
    }

    /// Arrays that outlive a step: must not grow.
    int arrays() {
        return manager.getManagedArrays().size();
    }

    @Override
    public void close() {
        manager.close();
    }
}
