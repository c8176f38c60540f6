package revisage.face;

import java.util.List;

/// Faces as one block of floats: what extractors and searches exchange.
///
/// - **Shape** `(n, h, w, c)` = `(n, 112, 112, 3)`, red-green-blue.
/// - **Unit** 0..255; fractions are allowed. Values outside are no picture: only a search that does
///   not clip its candidates may show them to an extractor.
///
/// The array is **not** copied: whoever fills a batch may use it again once the call that took it
/// has returned.
public final class FaceBatch {

    private final float[] pixels;
    private final int count;

    /// @param pixels `count * FaceImage.VALUES` floats or more, not copied; what lies behind is
    ///   ignored
    /// @param count n, 0 or more
    /// @throws IllegalArgumentException if there are too few floats
    public FaceBatch(float[] pixels, int count) {
        if (count < 0 || (long) count * FaceImage.VALUES > pixels.length) {
            throw new IllegalArgumentException(
                    "%d faces do not fit %d floats".formatted(count, pixels.length));
        }
        this.pixels = pixels;
        this.count = count;
    }

    /// The memory itself.
    public float[] pixels() {
        return pixels;
    }

    /// n, 0 or more.
    public int count() {
        return count;
    }

    /// A batch of its own memory.
    public static FaceBatch of(List<FaceImage> faces) {
        float[] pixels = new float[Math.multiplyExact(faces.size(), FaceImage.VALUES)];
        for (int i = 0; i < faces.size(); i++) {
            faces.get(i).copyTo(pixels, i * FaceImage.VALUES);
        }
        return new FaceBatch(pixels, faces.size());
    }
}
