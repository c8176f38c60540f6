package revisage.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import revisage.SharedData;
import revisage.engine.graph.Tensors;
import revisage.extract.CardFiles;
import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.extract.ModelCard;
import revisage.extract.ModelException;
import revisage.face.FaceBatch;
import revisage.face.FaceImage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

class OnnxExtractorTest {

    @TempDir Path folder;

    private static FaceBatch faces(int count) {
        float[] pixels = new float[count * FaceImage.VALUES];
        var dice = new Random(1);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = dice.nextInt(256);
        }
        return new FaceBatch(pixels, count);
    }

    private Path write(GraphProto.Builder graph) throws Exception {
        return TinyModels.write(folder.resolve("tiny.onnx"), TinyModels.model(graph));
    }

    private static Extractor open(Path model, ModelCard card) throws Exception {
        return new OnnxExtractors().open(model, card, DeviceChoice.CPU);
    }

    private static String refusal(Path model, ModelCard card) {
        var e = assertThrows(ModelException.class, () -> open(model, card).close());
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        return e.getMessage();
    }

    @Test
    void manyFacesAnswerAsEachAlone() throws Exception {
        Path model = TinyModels.write(folder.resolve("n.onnx"), TinyModels.network(true));
        FaceBatch all = faces(11);
        try (Extractor extractor = open(model, TinyModels.card(model, 8))) {
            float[] together = extractor.embed(all);
            assertArrayEquals(together, extractor.embed(all), "the same batch, the same bytes");
            for (int i = 0; i < all.count(); i++) {
                float[] one =
                        Arrays.copyOfRange(
                                all.pixels(), i * FaceImage.VALUES, (i + 1) * FaceImage.VALUES);
                // 1e-6: last bits may differ with the company
                assertArrayEquals(
                        Arrays.copyOfRange(together, i * 8, i * 8 + 8),
                        extractor.embed(new FaceBatch(one, 1)),
                        1e-6f);
            }
            assertEquals(0, extractor.embed(new FaceBatch(new float[0], 0)).length);
        }
    }

    @Test
    void pixelsArriveAsTheCardSays() throws Exception {
        Path model = write(TinyModels.colours(-1, 3, -1, -1));
        float[] pixels = new float[FaceImage.VALUES];
        for (int i = 0;
                i < pixels.length;
                i++) { // colour c, left half 10 (c + 1), right half 20 (c + 1)
            pixels[i] = (1 + i % 3) * (i / 3 % 112 < 56 ? 10 : 20);
        }
        FaceBatch face = new FaceBatch(pixels, 1);
        ModelCard whole =
                TinyModels.card(
                        model,
                        3,
                        _ ->
                                new ModelCard.Input(
                                        "x",
                                        112,
                                        112,
                                        ModelCard.Crop.WHOLE,
                                        ModelCard.Channels.BGR,
                                        ModelCard.Layout.NCHW,
                                        List.of(5.0, 10.0, 15.0),
                                        List.of(1.0, 2.0, 5.0)));
        try (Extractor extractor = open(model, whole)) {
            // BGR: means 45, 30, 15 before the scaling
            assertArrayEquals(new float[] {40, 10, 0}, extractor.embed(face), 1e-4f);
        }
        ModelCard left = // the left quarter, made larger: 10, 20, 30 everywhere
                TinyModels.card(
                        model,
                        3,
                        i ->
                                new ModelCard.Input(
                                        "x",
                                        160,
                                        96,
                                        new ModelCard.Crop(10, 3, 28, 50),
                                        i.channels(),
                                        i.layout(),
                                        List.of(0.0, 0.0, 0.0),
                                        List.of(1.0, 1.0, 1.0)));
        try (Extractor extractor = open(model, left)) {
            assertArrayEquals(new float[] {10, 20, 30}, extractor.embed(face), 1e-4f);
        }
    }

    @Test
    void facesLastAndFixedBatchesWork() throws Exception { // M6
        GraphProto.Builder nhwc =
                GraphProto.newBuilder()
                        .setName("nhwc")
                        .addInput(TinyModels.port("x", 2, 112, 112, 3))
                        .addOutput(TinyModels.port("y", 2, 1, 1, 3))
                        .addInitializer(Tensors.longs("axes", 1, 2))
                        .addNode(TinyModels.node("ReduceSum", "y", "x", "axes"));
        Path model = write(nhwc);
        ModelCard card =
                TinyModels.card(
                        model,
                        3,
                        _ ->
                                TinyModels.input(
                                        112, 112, ModelCard.Crop.WHOLE, ModelCard.Layout.NHWC));
        FaceBatch batch = faces(5);
        try (Extractor extractor = open(model, card)) {
            float[] sums = extractor.embed(batch);
            for (int i = 0; i < 15; i++) {
                double sum = 0;
                for (int p = 0; p < 112 * 112; p++) {
                    sum +=
                            (batch.pixels()[i / 3 * FaceImage.VALUES + p * 3 + i % 3] - 127.5)
                                    / 127.5;
                }
                assertEquals(sum, sums[i], 0.01);
            }
        }
    }

    @Test
    void aModelThatIsNotWhatItsCardSaysIsRefused() throws Exception { // M5
        Path model = write(TinyModels.colours(-1, 3, 112, 112));
        ModelCard good = TinyModels.card(model, 3);
        open(model, good).close();
        assertTrue(
                refusal(model, TinyModels.card(model, 4))
                        .contains("gives 3 numbers a face, its card says 4"));
        assertTrue(
                refusal(
                                model,
                                TinyModels.card(
                                        model,
                                        3,
                                        i ->
                                                TinyModels.input(
                                                        96, 112, ModelCard.Crop.WHOLE, i.layout())))
                        .contains("its card says [3, 112, 96]"));
        Path other = TinyModels.write(folder.resolve("other.onnx"), TinyModels.network(false));
        assertTrue(refusal(other, good).contains("is not the one its card 'tiny' describes"));
        Path flat =
                write(
                        TinyModels.colours(-1, 3, 112, 112)
                                .setInput(0, TinyModels.port("x", -1, 37632)));
        assertTrue(refusal(flat, TinyModels.card(flat, 3)).contains("an input of 2 axes"));
        Path two = write(TinyModels.colours(-1, 3, 112, 112).addInput(TinyModels.port("z", -1, 3)));
        assertTrue(refusal(two, TinyModels.card(two, 3)).contains("has 2 inputs (x, z)"));
        Path renamed =
                write(
                        TinyModels.colours(-1, 3, 112, 112)
                                .setOutput(0, TinyModels.port("m", -1, 3)));
        assertTrue(
                refusal(renamed, TinyModels.card(renamed, 3))
                        .contains("has no output 'y' (it has m)"));
    }

    @Test
    void anAnswerThatSaysNothingIsRefused() throws Exception { // M9
        for (float weight : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            Path model = write(times(weight));
            assertTrue(refusal(model, TinyModels.card(model, 3)).contains("not finite"));
        }
        Path zero = write(times(0));
        assertTrue(refusal(zero, TinyModels.card(zero, 3)).contains("with zeros"));
    }

    private static GraphProto.Builder times(float weight) {
        GraphProto.Builder graph = TinyModels.colours(-1, 3, 112, 112).clearNode();
        return graph.addInitializer(TinyModels.weights("w", new float[] {weight}, 1L))
                .addNode(TinyModels.node("Mul", "t", "x", "w"))
                .addNode(TinyModels.node("GlobalAveragePool", "m", "t"))
                .addNode(TinyModels.node("Flatten", "y", "m"));
    }

    @Test
    void whatOnnxRuntimeRefusesIsToldInOneSentence() throws Exception {
        Path model =
                write(
                        TinyModels.colours(-1, 3, 112, 112)
                                .addNode(TinyModels.node("Nonsense", "q", "x")));
        assertTrue(refusal(model, TinyModels.card(model, 3)).contains("Nonsense"));
    }

    @Test
    void aModelWithoutACardSaysHowToGetOne() throws Exception {
        Path model = write(TinyModels.colours(-1, 3, 112, 112));
        var extractors = new OnnxExtractors();
        var e = assertThrows(ModelException.class, () -> extractors.open(model, DeviceChoice.CPU));
        assertTrue(e.remedy().contains("extractor probe"));
        CardFiles.write(TinyModels.card(model, 3), CardFiles.beside(model));
        extractors.open(model, DeviceChoice.CPU).close();
    }

    @Test
    void cudaThatIsNotThereIsASentence() throws Exception {
        Path model = write(TinyModels.colours(-1, 3, 112, 112));
        ModelCard card = TinyModels.card(model, 3);
        try (Extractor extractor = new OnnxExtractors().open(model, card, DeviceChoice.AUTO)) {
            if (extractor.device().startsWith("CUDA")) {
                return; // a machine with a GPU and -Pcuda
            }
            assertTrue(extractor.device().contains("no CUDA:"), extractor.device());
        }
        var e =
                assertThrows(
                        ModelException.class,
                        () -> new OnnxExtractors().open(model, card, DeviceChoice.CUDA));
        assertTrue(e.getMessage().startsWith("CUDA was asked for and cannot be used"));
    }

    @Test
    void anInterruptionStopsALongCallAndTheNextOneWorks() throws Exception {
        Path model = TinyModels.write(folder.resolve("n.onnx"), TinyModels.network(true));
        FaceBatch many = faces(600);
        try (Extractor extractor = open(model, TinyModels.card(model, 8))) {
            float[] truth = extractor.embed(faces(3));
            Thread caller = Thread.currentThread();
            for (int i = 0; i < 5; i++) {
                int wait = 3 * i;
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        TimeUnit.MILLISECONDS.sleep(wait);
                                    } catch (InterruptedException e) {
                                        throw new IllegalStateException(e);
                                    }
                                    caller.interrupt();
                                });
                assertThrows(
                        InterruptedException.class,
                        () -> {
                            while (true) {
                                extractor.embed(many);
                            }
                        });
                assertArrayEquals(truth, extractor.embed(faces(3)));
            }
        }
    }

    @Test
    void closingTwiceIsFineAndUsingAfterwardsAMistake() throws Exception {
        Path model = write(TinyModels.colours(-1, 3, 112, 112));
        Extractor extractor = open(model, TinyModels.card(model, 3));
        extractor.close();
        extractor.close();
        assertThrows(IllegalStateException.class, () -> extractor.embed(faces(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobilefacenet-pp", "mobilefacenet-casia"})
    void anExtractorTheProgramKnowsOpensWithoutACardAndIsRewritten(String name) throws Exception {
        Path model = SharedData.path("models/" + name + ".onnx");
        try (Extractor extractor = new OnnxExtractors().open(model, DeviceChoice.CPU)) {
            assertEquals(name, extractor.card().name());
            assertEquals(3 * 128, extractor.embed(faces(3)).length);
            // It would say so if the rewritten network answered otherwise.
            assertTrue(extractor.device().matches("CPU, \\d+ threads?"), extractor.device());
        }
    }
}
