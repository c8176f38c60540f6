package revisage.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.SharedData;
import revisage.engine.onnx.OnnxExtractors;
import revisage.engine.opencv.OpenCvPhotos;
import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.extract.Extractors;
import revisage.extract.ModelCard;
import revisage.extract.ModelException;
import revisage.extract.ModelOutline;
import revisage.extract.ModelOutline.Port;
import revisage.extract.UsualInputs;
import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.people.FaceReader;
import revisage.people.LabelledFolder;
import revisage.people.WhichFace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class ExtractorProbeTest {

    private static final ModelOutline OUTLINE =
            new ModelOutline(
                    "a".repeat(64),
                    1,
                    17,
                    "",
                    List.of(new Port("x", "float32", List.of(-1L, 3L, 112L, 112L))),
                    List.of(new Port("y", "float32", List.of(-1L, 4L))));

    private static ModelDraft draft(ModelOutline outline, Path model) {
        return new ModelDraft(
                model,
                outline,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Tells people apart as well as the preprocessing is near to BGR and to a scale of 255.
    private record Choosy(boolean unit) implements Extractors {

        @Override
        public Extractor open(Path onnx, DeviceChoice device) {
            throw new AssertionError("a probe names its card");
        }

        @Override
        public Extractor open(Path onnx, ModelCard card, DeviceChoice device)
                throws ModelException {
            if (card.input().scale().getFirst() == 1) {
                throw new ModelException("numbers are not finite", "");
            }
            boolean bgr = card.input().channels() == ModelCard.Channels.BGR;
            double noise =
                    (bgr ? 0.1 : 0.4) + Math.abs(card.input().scale().getFirst() - 255) / 500;
            return new Extractor() {
                @Override
                public ModelCard card() {
                    return card;
                }

                @Override
                public String device() {
                    return "this test";
                }

                @Override
                public float[] embed(FaceBatch faces) {
                    return answers(faces, noise);
                }

                @Override
                public void close() {}
            };
        }

        private float[] answers(FaceBatch faces, double noise) {
            float[] out = new float[faces.count() * 4];
            var dice = new Random(1);
            for (int i = 0; i < faces.count(); i++) {
                var person = new Random((long) faces.pixels()[i * FaceImage.VALUES]);
                double sum = 0;
                for (int k = i * 4; k < i * 4 + 4; k++) {
                    out[k] = (float) (person.nextGaussian() + noise * dice.nextGaussian());
                    sum += out[k] * out[k];
                }
                for (int k = i * 4; unit && k < i * 4 + 4; k++) {
                    out[k] /= (float) Math.sqrt(sum);
                }
            }
            return out;
        }

        @Override
        public ModelOutline inspect(Path onnx) {
            return OUTLINE;
        }
    }

    private static KnownFaces twentyPeople() {
        var faces = new ArrayList<FaceImage>();
        var people = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            byte[] rgb = new byte[FaceImage.VALUES];
            rgb[0] = (byte) (i / 3);
            faces.add(new FaceImage(rgb));
            people.add("person " + i / 3);
        }
        return new KnownFaces(faces, people);
    }

    private static ExtractorProbe.Finding probe(boolean unit, Optional<KnownFaces> known)
            throws Exception {
        ModelDraft draft = draft(OUTLINE, Path.of("choosy.onnx"));
        return new ExtractorProbe(
                        new Choosy(unit),
                        Path.of("choosy.onnx"),
                        DeviceChoice.CPU,
                        draft.card(),
                        draft.candidates(),
                        known)
                .run(_ -> {});
    }

    @Test
    void theWayThatTellsPeopleApartBestIsTaken() throws Exception {
        ExtractorProbe.Finding found = probe(false, Optional.of(twentyPeople()));
        assertEquals("BGR, p / 255", UsualInputs.words(found.card().input()));
        assertEquals(8, found.tried().size(), "ten ways, two of which end in no number");
        assertEquals(found.card().input(), found.tried().getFirst().input());
        assertFalse(found.card().output().unitLength());
        assertEquals("choosy", found.card().name());
        assertTrue(probe(true, Optional.of(twentyPeople())).card().output().unitLength());
    }

    @Test
    void withoutFacesTheMostCommonWayIsProposed() throws Exception {
        ExtractorProbe.Finding found = probe(true, Optional.empty());
        assertEquals("RGB, (p - 127.5) / 127.5", UsualInputs.words(found.card().input()));
        assertEquals(List.of(), found.tried());
        assertTrue(found.card().output().unitLength());
    }

    @Test
    void pairsAreCountedAndScored() {
        KnownFaces known = twentyPeople();
        assertEquals(60, known.mated()); // 20 people with 3 pairs
        assertEquals(60 * 59 / 2 - 60, known.impostors());
        float[] vectors = new float[120];
        for (int i = 0; i < 60; i++) { // the person's number as an angle
            vectors[2 * i] = (float) Math.cos(i / 3);
            vectors[2 * i + 1] = (float) Math.sin(i / 3);
        }
        for (float score : known.matedScores(vectors, 2)) {
            assertEquals(1, score, 1e-6f);
        }
        assertEquals(Math.cos(1), known.impostorScores(vectors, 2)[0], 1e-6f);
    }

    @Test
    void aFileThatDoesNotSayItsDimensionIsAsked() {
        var silent =
                new ModelOutline(
                        OUTLINE.sha256(),
                        1,
                        17,
                        "",
                        OUTLINE.inputs(),
                        List.of(new Port("y", "float32", List.of(-1L, -1L))));
        var e =
                assertThrows(
                        ModelException.class, () -> draft(silent, Path.of("silent.onnx")).card());
        assertTrue(e.remedy().contains("--dimension"));
    }

    @Test
    void aRealExtractorsColoursAreFound() throws Exception {
        Path model = SharedData.path("models/mobilefacenet-pp.onnx");
        Path people = SharedData.path("faces/lfw-112");
        var extractors = new OnnxExtractors();
        ModelDraft draft = draft(extractors.inspect(model), model);
        var reader = new FaceReader(new OpenCvPhotos(), Optional.empty(), WhichFace.LARGEST);
        LabelledFolder some =
                LabelledFolder.scan(people).keeping(p -> p.person().compareTo("D") < 0);
        KnownFaces known = KnownFaces.draw(some, reader, 1);
        ExtractorProbe.Finding found =
                new ExtractorProbe(
                                extractors,
                                model,
                                DeviceChoice.CPU,
                                draft.card(),
                                draft.candidates().subList(0, 2),
                                Optional.of(known))
                        .run(_ -> {});
        assertEquals("BGR, (p - 127.5) / 127.5", UsualInputs.words(found.card().input()));
        double lost = found.tried().getFirst().separation() - found.tried().getLast().separation();
        // data/README.md: the wrong order costs 0.5 to 1.1
        assertTrue(lost > 0.3 && lost < 1.5, "lost " + lost);
        assertEquals(128, found.card().dimension());
    }
}
