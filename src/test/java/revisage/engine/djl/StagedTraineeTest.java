package revisage.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import org.junit.jupiter.api.Test;

import revisage.engine.djl.Layer.Chain;
import revisage.engine.djl.Layer.Conv;
import revisage.engine.djl.Layer.Dense;
import revisage.engine.djl.Layer.Leaky;
import revisage.engine.djl.Layer.Norm;
import revisage.engine.djl.Layer.Tanh;
import revisage.engine.djl.Layer.Transposed;
import revisage.engine.djl.Layer.Unflatten;
import revisage.train.NbNetPlan;
import revisage.train.PairBatch;
import revisage.train.Perceptual;
import revisage.train.ReconstructorTrainee;
import revisage.train.StagedCourse;
import revisage.train.TrainingException;
import revisage.vector.UnitLength;
import revisage.work.Kept;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

class StagedTraineeTest {

    private static final int D = 6;
    private static final int SIDE = 8;

    private static Painter painter() {
        var layers =
                Chain.of(
                        new Dense("first", D, 8 * 4 * 4, false),
                        new Unflatten(8, 4),
                        Norm.of("a", 8),
                        new Leaky(0),
                        new Transposed("b", 8, 8),
                        Norm.of("c", 8),
                        new Leaky(0),
                        Conv.same("d", 8, 3, 3, 1),
                        new Tanh());
        return new Painter("tiny", layers, D, SIDE, Backbone.Start.HE_UNIFORM);
    }

    private static final StagedCourse COURSE =
            new StagedCourse(
                    8,
                    List.of(
                            new StagedCourse.Stage("pixels", 60, 0.01, 0.94, 20),
                            new StagedCourse.Stage("features", 20, 0.01, 0.94, 20)));

    /// Its features are the means of 2x2 pixels.
    private static Eyes eyes() {
        return new Eyes(
                List.of(new Eyes.Look.Halved("half", Eyes.FACES)),
                List.of("half"),
                OptionalInt.of(SIDE));
    }

    private static StagedTrainee trainee(int part, Optional<Eyes> eyes, String mode) {
        Engine engine = Tiny.engine();
        NDManager manager = engine.newBaseManager(Device.cpu());
        var settings = new Perceptual(Optional.empty(), Optional.of(mode), Optional.empty());
        return new StagedTrainee(
                engine,
                manager,
                painter(),
                COURSE,
                new NbNetLoss(engine, settings, eyes, 1),
                Optimiser.Rule.adam(0.5, 0.999),
                part,
                7,
                "CPU");
    }

    /// Faces of one colour, which the vector's first numbers say.
    private static PairBatch batch(long step) {
        var dice = new Random(step);
        float[] vectors = new float[8 * D];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = (float) dice.nextGaussian();
        }
        UnitLength.scale(vectors, 8, D);
        float[] pixels = new float[8 * 3 * SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            int c = i / (SIDE * SIDE) % 3;
            pixels[i] = vectors[i / (3 * SIDE * SIDE) * D + c];
        }
        return new PairBatch(vectors, pixels, 8, SIDE);
    }

    private static double learn(ReconstructorTrainee trainee, int from, int to) throws Exception {
        double loss = 0;
        for (int step = from; step < to; step++) {
            loss = trainee.learn(batch(step), step).values().get("pixel");
        }
        return loss;
    }

    @Test
    void theLossFallsAndTheStageChanges() throws Exception {
        try (StagedTrainee trainee = trainee(8, Optional.of(eyes()), "replace")) {
            double first = learn(trainee, 0, 1);
            double last = learn(trainee, 1, 60);
            assertTrue(last < first / 2, first + " to " + last);
            assertEquals(0, trainee.calibrated().size());
            var losses = trainee.learn(batch(60), 60).values();
            assertTrue(losses.containsKey("perceptual"), losses.toString());
            assertTrue(trainee.calibrated().containsKey(NbNetPlan.WEIGHT));
        }
    }

    @Test
    void whatGoesOnFromAStateEndsAtTheSameBits() throws Exception {
        Kept whole;
        Kept half;
        try (StagedTrainee trainee = trainee(4, Optional.of(eyes()), "add")) {
            learn(trainee, 55, 62);
            half = trainee.state();
            learn(trainee, 62, 66);
            whole = trainee.state();
        }
        try (StagedTrainee trainee = trainee(4, Optional.of(eyes()), "add")) {
            trainee.restore(half);
            learn(trainee, 62, 66);
            assertEquals(whole.entries().keySet(), trainee.state().entries().keySet());
            same(whole, trainee.state());
        }
    }

    private static void same(Kept one, Kept other) {
        one.entries()
                .forEach(
                        (name, value) -> {
                            switch (value) {
                                case float[] f -> assertArrayEquals(f, other.floats(name), name);
                                case double[] d -> assertArrayEquals(d, other.doubles(name), name);
                                default -> {}
                            }
                        });
    }

    @Test
    void aStopBetweenTwoPartsTakesTheFirstBack() throws Exception {
        try (StagedTrainee trainee = trainee(4, Optional.empty(), "replace")) {
            learn(trainee, 0, 2);
            Kept before = trainee.state();
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> trainee.learn(batch(2), 2));
            same(before, trainee.state());
        }
    }

    @Test
    void aTrainingThatRunsAwayIsTold() throws Exception {
        try (StagedTrainee trainee = trainee(8, Optional.empty(), "replace")) {
            PairBatch bad = batch(0);
            bad.pixels()[7] = Float.NaN;
            var e = assertThrows(TrainingException.class, () -> trainee.learn(bad, 0));
            assertTrue(e.getMessage().contains("not finite"), e.getMessage());
        }
    }

    @Test
    void memoryStaysFlat() throws Exception {
        try (StagedTrainee trainee = trainee(4, Optional.of(eyes()), "add")) {
            learn(trainee, 58, 62);
            trainee.faces(batch(1).vectors(), 8);
            trainee.state();
            int arrays = trainee.arrays();
            learn(trainee, 62, 72);
            trainee.faces(batch(1).vectors(), 8);
            trainee.state();
            assertEquals(arrays, trainee.arrays());
        }
    }

    @Test
    void atTheSwitchBothGradientsHaveOneLength() {
        Engine engine = Tiny.engine();
        try (NDManager manager = engine.newBaseManager(Device.cpu())) {
            var usual = new Perceptual(Optional.empty(), Optional.of("add"), Optional.empty());
            var loss = new NbNetLoss(engine, usual, Optional.of(eyes()), 1);
            assertEquals(false, loss.unmeasured(0));
            assertEquals(true, loss.unmeasured(1));
            // One face, one pixel wide differences: made - true = 0.5 everywhere, true = 1.
            NDArray faces = manager.ones(new Shape(1, 3, SIDE, SIDE));
            NDArray made = faces.mul(1.5f);
            loss.calibrate(made, faces);
            // Pixels: slope 1 / n each. Features: mean of (m - t)^2 over n / 4 means, by a mean
            // square of 1: each pixel has 2 * 0.5 * (1/4) / (n / 4) = 1 / n. So the weight is 1.
            assertEquals(1, loss.calibrated().get(NbNetPlan.WEIGHT), 1e-4);
        }
    }

    @Test
    void structuralSimilarityIsOneForTheSameAndLessForOthers() {
        try (NDManager manager = Tiny.engine().newBaseManager(Device.cpu())) {
            float[] some = new float[3 * 16 * 16];
            var dice = new Random(1);
            for (int i = 0; i < some.length; i++) {
                some[i] = (float) (0.3 * dice.nextGaussian());
            }
            NDArray x = manager.create(some, new Shape(1, 3, 16, 16));
            assertEquals(1, PixelLoss.similarity(x, x).getFloat(), 1e-4);
            // Two even grounds: (2 * 0.5 * 0.25 + 0.0004) / (0.25 + 0.0625 + 0.0004).
            NDArray even = manager.ones(new Shape(1, 3, 16, 16)).mul(0.5f);
            float alike = PixelLoss.similarity(even, even.mul(0.5f)).getFloat();
            assertEquals(0.2504 / 0.3129, alike, 1e-4);
            var values = new HashMap<String, NDArray>();
            NDArray zero = manager.zeros(new Shape(1, 3, 16, 16));
            float mse = new PixelLoss("mse").of(0, x, zero, values).getFloat();
            assertEquals(x.square().mean().getFloat(), mse, 1e-6);
            assertEquals(
                    x.abs().mean().getFloat(),
                    new PixelLoss("l1").of(0, x, zero, values).getFloat(),
                    1e-6);
        }
    }
}
