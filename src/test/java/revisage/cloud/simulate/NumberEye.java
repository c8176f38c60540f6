package revisage.cloud.simulate;

import revisage.cloud.Picture;
import revisage.vector.VectorSet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads a face's vector out of the picture, which says it in words. Pictures that say `WALL` show
/// nobody; what says neither is no picture.
public final class NumberEye implements Eye {

    private static final int BYTES = 1500;

    /// A picture of a face with this vector.
    public static Picture face(double... vector) {
        return padded("FACE " + Arrays.toString(vector).replaceAll("[\\[\\] ]", ""));
    }

    /// A picture of nobody.
    public static Picture wall() {
        return padded("WALL");
    }

    /// A file of another kind.
    public static Picture nonsense() {
        return padded("nonsense");
    }

    private static Picture padded(String text) {
        return new Picture(Arrays.copyOf((text + ";").getBytes(StandardCharsets.US_ASCII), BYTES));
    }

    @Override
    public String name() {
        return "number-eye";
    }

    @Override
    public Sight look(byte[] picture) {
        String text = new String(picture, StandardCharsets.US_ASCII);
        if (text.startsWith("WALL") || text.startsWith("PNG", 1)) {
            return new Sight.NoFace(112, 112);
        }
        if (!text.startsWith("FACE ")) {
            return new Sight.NoPicture();
        }
        String[] words = text.substring(5, text.indexOf(';')).split(",");
        float[] vector = new float[words.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Float.parseFloat(words[i]);
        }
        return new Sight.Face(VectorSet.of(vector, vector.length), 112, 112);
    }
}
