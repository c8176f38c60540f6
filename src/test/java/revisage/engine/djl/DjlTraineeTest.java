package revisage.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import revisage.engine.onnx.OnnxExtractors;
import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.face.FaceImage;
import revisage.match.Cards;
import revisage.train.Batch;
import revisage.train.ExtractorPlan;
import revisage.train.Trainee.Moment;
import revisage.train.Trainee.Outcome;
import revisage.train.TrainingException;
import revisage.work.Kept;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;

class DjlTraineeTest {

    private static final Moment MOMENT = new Moment(0.05, 0.2);

    @TempDir private Path folder;

    /// Ten people, each a colour; every face with noise of its own.
    private static Batch batch(int size, long seed) {
        var dice = new Random(seed);
        float[] pixels = new float[size * Batch.FACE];
        int[] people = new int[size];
        for (int i = 0; i < size; i++) {
            people[i] = dice.nextInt(10);
            var colour = new Random(people[i]);
            for (int c = 0; c < 3; c++) {
                float v = colour.nextFloat(-0.8f, 0.8f);
                for (int j = 0; j < 112 * 112; j++) {
                    pixels[(i * 3 + c) * 112 * 112 + j] = v + dice.nextFloat(-0.2f, 0.2f);
                }
            }
        }
        return new Batch(pixels, people);
    }

    private static double learn(DjlTrainee trainee, int from, int to)
            throws WorkException, InterruptedException {
        double loss = 0;
        for (int step = from; step < to; step++) {
            loss = trainee.learn(batch(16, step), MOMENT).loss();
        }
        return loss;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd", "adam"})
    void theLossFalls(String optimiser) throws Exception {
        ExtractorPlan plan = Tiny.plan(Tiny.recipe(16, 16, optimiser), 0.2);
        try (DjlTrainee trainee = Tiny.trainee(plan, 10)) {
            var moment = new Moment(optimiser.equals("adam") ? 0.005 : 0.05, 0.2);
            double first = 0;
            double last = 0;
            int right = 0;
            for (int step = 0; step < 60; step++) {
                Outcome outcome = trainee.learn(batch(16, step), moment);
                first += step < 5 ? outcome.loss() / 5 : 0;
                last += step >= 55 ? outcome.loss() / 5 : 0;
                right += step >= 55 ? outcome.correct() : 0;
            }
            assertTrue(last < first / 2, first + " to " + last);
            assertTrue(right > 5 * 16 * 0.7, right + " of 80 right");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd", "adam"})
    void whatGoesOnFromAStateEndsAtTheSameBits(String optimiser) throws Exception {
        ExtractorPlan plan = Tiny.plan(Tiny.recipe(16, 8, optimiser), 0.2);
        Kept half;
        Kept whole;
        try (DjlTrainee trainee = Tiny.trainee(plan, 10)) {
            learn(trainee, 0, 5);
            half = trainee.state();
            learn(trainee, 5, 10);
            whole = trainee.state();
        }
        try (DjlTrainee trainee = Tiny.trainee(plan, 10)) {
            trainee.restore(half);
            learn(trainee, 5, 10);
            assertEquals(whole.entries().keySet(), trainee.state().entries().keySet());
            trainee.state()
                    .entries()
                    .forEach(
                            (name, value) -> {
                                if (value instanceof float[] floats) {
                                    assertArrayEquals(whole.floats(name), floats, name);
                                }
                            });
            assertArrayEquals(whole.longs("steps"), trainee.state().longs("steps"));
        }
    }

    @Test
    void aStopBetweenTwoPartsTakesTheFirstBack() throws Exception {
        ExtractorPlan plan = Tiny.plan(Tiny.recipe(16, 8, "sgd"), 0.2);
        try (DjlTrainee trainee = Tiny.trainee(plan, 10)) {
            learn(trainee, 0, 2);
            Kept before = trainee.state();
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> trainee.learn(batch(16, 2), MOMENT));
            before.entries()
                    .forEach(
                            (name, value) -> {
                                if (value instanceof float[] floats) {
                                    assertArrayEquals(floats, trainee.state().floats(name), name);
                                }
                            });
            learn(trainee, 2, 4);
            Kept after = trainee.state();
            try (DjlTrainee other = Tiny.trainee(plan, 10)) {
                learn(other, 0, 4);
                assertArrayEquals(
                        other.state().floats("weight.fc.weight"), after.floats("weight.fc.weight"));
            }
        }
    }

    @Test
    void aTrainingThatRunsAwayIsTold() throws Exception {
        ExtractorPlan plan = Tiny.plan(Tiny.recipe(16, 16, "sgd"), 0.2);
        try (DjlTrainee trainee = Tiny.trainee(plan, 10)) {
            float[] pixels = batch(16, 0).pixels();
            pixels[7] = Float.NaN;
            var e =
                    assertThrows(
                            TrainingException.class,
                            () -> trainee.learn(new Batch(pixels, new int[16]), MOMENT));
            assertTrue(e.getMessage().contains("not finite"), e.getMessage());
        }
    }

    @Test
    void memoryStaysFlat() throws Exception {
        ExtractorPlan plan = Tiny.plan(Tiny.recipe(16, 8, "adam"), 0.2);
        try (DjlTrainee trainee = Tiny.trainee(plan, 10)) {
            learn(trainee, 0, 3);
            trainee.vectors(Tiny.faces(2, 1), 2);
            trainee.state();
            int arrays = trainee.arrays();
            learn(trainee, 3, 12);
            trainee.vectors(Tiny.faces(2, 1), 2);
            trainee.state();
            assertEquals(arrays, trainee.arrays());
        }
    }

    @Test
    void theOnnxFileAgreesWithWhatWasTrained() throws Exception {
        ExtractorPlan plan = Tiny.plan(Tiny.recipe(16, 16, "sgd"), 0.2);
        Path onnx = folder.resolve("tiny.onnx");
        var faces = new ArrayList<FaceImage>();
        var dice = new Random(4);
        for (int i = 0; i < 100; i++) {
            byte[] rgb = new byte[FaceImage.VALUES];
            dice.nextBytes(rgb);
            faces.add(new FaceImage(rgb));
        }
        try (DjlTrainee trainee = Tiny.trainee(plan, 10)) {
            learn(trainee, 0, 20);
            trainee.export(onnx);
            try (Extractor extractor =
                    new OnnxExtractors()
                            .open(
                                    onnx,
                                    Cards.of("tiny", Sha256.of(onnx), "face", "vector", 16),
                                    DeviceChoice.CPU)) {
                float[] given = extractor.embed(faces).toArray();
                double most = 0;
                for (int i = 0; i < 100; i++) {
                    float[] own = trainee.vectors(pixels(faces.get(i)), 1);
                    for (int j = 0; j < own.length; j++) {
                        most = Math.max(most, Math.abs(own[j] - given[i * own.length + j]));
                    }
                }
                assertTrue(most < 1e-4, "differs by " + most);
            }
        }
    }

    private static float[] pixels(FaceImage face) {
        byte[] rgb = face.toRgb();
        float[] pixels = new float[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            pixels[i % 3 * 112 * 112 + i / 3] = ((rgb[i] & 0xFF) - 127.5f) / 127.5f;
        }
        return pixels;
    }
}
