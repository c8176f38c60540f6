package revisage.study;

import revisage.extract.Extractor;
import revisage.extract.ModelCard;
import revisage.face.FaceBatch;
import revisage.face.FaceImage;

import java.util.List;
import java.util.Optional;

/// The first four bytes of a face and the count of the batch it came in: bytes that change if a
/// face changes its company.
final class FakeExtractor implements Extractor {

    static final int DIMENSION = 5;

    static final ModelCard CARD =
            new ModelCard(
                    "fake",
                    "0".repeat(64),
                    new ModelCard.Input(
                            "x",
                            112,
                            112,
                            ModelCard.Crop.WHOLE,
                            ModelCard.Channels.RGB,
                            ModelCard.Layout.NCHW,
                            List.of(0.0, 0.0, 0.0),
                            List.of(1.0, 1.0, 1.0)),
                    new ModelCard.Output("y", DIMENSION, false, "cosine"),
                    "Apache-2.0",
                    "this test",
                    Optional.empty());

    private final Runnable each;
    private int faces;

    /// @param each called before each batch
    FakeExtractor(Runnable each) {
        this.each = each;
    }

    @Override
    public ModelCard card() {
        return CARD;
    }

    @Override
    public String device() {
        return "this test";
    }

    int faces() {
        return faces;
    }

    @Override
    public float[] embed(FaceBatch batch) throws InterruptedException {
        each.run();
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped");
        }
        faces += batch.count();
        float[] vectors = new float[batch.count() * DIMENSION];
        for (int i = 0; i < batch.count(); i++) {
            System.arraycopy(batch.pixels(), i * FaceImage.VALUES, vectors, i * DIMENSION, 4);
            vectors[i * DIMENSION + 4] = batch.count();
        }
        return vectors;
    }

    @Override
    public void close() {}
}
