package revisage.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import revisage.engine.onnx.OnnxExtractors;
import revisage.extract.CardFiles;
import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.people.synthetic.SyntheticPeople;
import revisage.store.ShippedModels;
import revisage.store.StoredBasis;
import revisage.train.Figures;
import revisage.train.Yardstick;
import revisage.vector.VectorSet;
import revisage.work.Sha256;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What comes with the program, on people it never saw.
class ShippedModelsTest {

    private static final int PEOPLE = 60;
    private static final int PHOTOS = 4;
    private static final long MOST_BYTES = 12_000_000;

    private final ShippedModels models = new ShippedModels(Path.of(""));

    @ParameterizedTest
    @ValueSource(strings = {ShippedModels.RES, ShippedModels.EFFICIENT})
    void eachExtractorTellsStrangersApart(String name) throws Exception {
        Path onnx = models.extractor(name);
        assertTrue(Files.size(onnx) <= MOST_BYTES);
        var card = CardFiles.read(CardFiles.beside(onnx));
        assertEquals(Sha256.of(onnx), card.sha256());
        assertEquals(512, card.output().dimension());
        Figures figures = figures(onnx);
        // Of 1,000 such people with 10 photos each: 0.989, 0.95, 0.99; here are few.
        assertTrue(figures.accuracy() > 0.96, figures.toString());
        assertTrue(figures.tarAtFmr1e3().orElseThrow() > 0.85, figures.toString());
        assertTrue(figures.rankOne() > 0.93, figures.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = ShippedModels.RES)
    void theBasisIsPreparedForItsExtractor(String name) throws Exception {
        Path file = models.basis(name);
        var card = CardFiles.read(CardFiles.beside(models.extractor(name)));
        StoredBasis basis = StoredBasis.read(file);
        assertTrue(basis.basis().symmetric());
        assertEquals(basis.basis().components(), basis.knowledgeOf(card, file).components());
    }

    private static Figures figures(Path onnx) throws Exception {
        var people = new SyntheticPeople(424_242);
        List<FaceImage> faces =
                IntStream.range(0, PEOPLE * PHOTOS)
                        .parallel()
                        .mapToObj(i -> people.portrait(i / PHOTOS, i % PHOTOS))
                        .toList();
        List<String> labels =
                IntStream.range(0, faces.size())
                        .mapToObj(i -> SyntheticPeople.label(i / PHOTOS))
                        .toList();
        List<String> ids = IntStream.range(0, faces.size()).mapToObj(Integer::toString).toList();
        try (Extractor extractor = new OnnxExtractors().open(onnx, DeviceChoice.CPU)) {
            int d = extractor.card().output().dimension();
            float[] vectors = extractor.embed(FaceBatch.of(faces));
            VectorSet set = VectorSet.of(Arrays.copyOf(vectors, faces.size() * d), d);
            return Yardstick.of(set.named(ids, labels));
        }
    }
}
