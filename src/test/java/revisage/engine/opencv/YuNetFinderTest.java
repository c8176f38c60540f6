package revisage.engine.opencv;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.SharedData;
import revisage.face.FivePoints;
import revisage.face.Photo;
import revisage.people.FaceReader;
import revisage.people.FaceResult;
import revisage.people.LabelledFolder;
import revisage.people.Portrait;
import revisage.people.WhichFace;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@Tag("engine")
class YuNetFinderTest {

    private static final String MODEL = "models/yunet_n_320_320.onnx";

    private final OpenCvPhotos photos = new OpenCvPhotos();

    @TempDir Path folder;

    private static List<Portrait> raw() throws Exception {
        return LabelledFolder.scan(SharedData.path("faces/lfw-250-raw")).portraits();
    }

    private static YuNetFinder finder() throws WorkException {
        return YuNetFinder.open(SharedData.path(MODEL));
    }

    @Test
    void everyFaceOfLfwIsFoundWithItsPointsInPlace() throws Exception {
        try (var finder = finder()) {
            for (Portrait portrait : raw()) {
                Photo photo = photos.decode(portrait.file());
                var faces = finder.find(photo);
                assertFalse(faces.isEmpty());
                FivePoints p = WhichFace.MOST_CENTRAL.of(faces, photo).points();
                double eyes = p.rightEye().x() - p.leftEye().x();
                // LFW photos are cut so that the face fills the middle 40 % or so.
                assertTrue(eyes > 20 && eyes < 75, "eyes are " + eyes + " pixels apart");
                assertTrue(p.mouthLeft().x() < p.mouthRight().x());
                assertTrue(p.leftEye().y() < p.mouthLeft().y());
                assertTrue(p.rightEye().y() < p.nose().y());
            }
        }
    }

    @Test
    void theAlignedFaceIsTheOneThatOthersAligned() throws Exception {
        Path aligned = SharedData.path("faces/lfw-112");
        var differences = new ArrayList<Double>();
        try (var finder = finder()) {
            var reader = new FaceReader(photos, Optional.of(finder), WhichFace.MOST_CENTRAL);
            reader.readAll(
                    raw(),
                    result -> {
                        var usable = (FaceResult.Usable) result;
                        Path other = aligned.resolve(usable.portrait().id());
                        if (Files.exists(other)) {
                            byte[] theirs = photos.decode(other).pixels();
                            differences.add(difference(usable.face().toRgb(), theirs));
                        }
                    });
        }
        double median = differences.stream().sorted().toList().get(differences.size() / 2);
        System.out.println(
                differences.size()
                        + " pairs, median "
                        + median
                        + " max "
                        + differences.stream().max(Double::compare));
        assertTrue(differences.size() >= 40, differences.size() + " pairs");
        assertTrue(median < 12, "median difference " + median);
    }

    private static double difference(byte[] a, byte[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] & 0xFF) - (b[i] & 0xFF));
        }
        return sum / a.length;
    }
}
