package revisage.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import revisage.SharedData;
import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.face.FaceImage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class OnnxExtractorTest {

    @ParameterizedTest
    @ValueSource(strings = {"mobilefacenet-pp", "mobilefacenet-casia"})
    void anExtractorTheProgramKnowsOpensWithoutACard(String name) throws Exception {
        Path model = SharedData.path("models/" + name + ".onnx");
        try (Extractor extractor = new OnnxExtractors().open(model, DeviceChoice.CPU)) {
            List<FaceImage> faces = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                byte[] rgb = new byte[FaceImage.VALUES];
                new java.util.Random(i).nextBytes(rgb);
                faces.add(new FaceImage(rgb));
            }
            assertTrue(extractor.embed(faces).count() == 3);
        }
    }
}
