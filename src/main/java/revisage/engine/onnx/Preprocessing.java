package revisage.engine.onnx;

import revisage.extract.ModelCard;
import revisage.face.FaceBatch;
import revisage.face.FaceImage;

import java.nio.FloatBuffer;

/// Turns faces into a network's input as its card says: crop, resize (bilinear, pixel centres
/// aligned), order of colours, `(p - mean) / scale`, order of axes. One thread at a time.
final class Preprocessing {

    private final ModelCard.Input wants;
    private final boolean resizes;
    private final float[] line;
    private final float[] row;
    private final Axis columns;
    private final Axis rows;

    Preprocessing(ModelCard.Input wants) {
        this.wants = wants;
        ModelCard.Crop crop = wants.crop();
        resizes = crop.width() != wants.width() || crop.height() != wants.height();
        line = new float[crop.width() * 3];
        row = new float[wants.width() * 3];
        columns = new Axis(crop.width(), wants.width());
        rows = new Axis(crop.height(), wants.height());
    }

    /// Floats of one face in the network's input.
    int values() {
        return wants.width() * wants.height() * 3;
    }

    /// Writes faces `from..from+count-1` to the start of `input`.
    void fill(
            FaceBatch faces,
            int from,
            int count,
            FloatBuffer input) { // (b, h, w, c) -> (b, c, h, w) or (b, h, w, c)
        for (int i = 0; i < count; i++) {
            int face = (from + i) * FaceImage.VALUES;
            for (int y = 0; y < wants.height(); y++) {
                int at =
                        i * values()
                                + y
                                        * wants.width()
                                        * (wants.layout() == ModelCard.Layout.NHWC ? 3 : 1);
                if (resizes) {
                    resized(faces.pixels(), face, y);
                    put(row, 0, at, input);
                } else {
                    put(faces.pixels(), at(face, y), at, input);
                }
            }
        }
    }

    private int at(int face, int y) {
        return face + ((y + wants.crop().y()) * FaceImage.SIDE + wants.crop().x()) * 3;
    }

    private void put(float[] pixels, int from, int to, FloatBuffer input) {
        int width = wants.width();
        boolean planes = wants.layout() == ModelCard.Layout.NCHW;
        float[] out = planes ? line(width) : line(width * 3);
        int step = planes ? 1 : 3;
        for (int c = 0; c < 3; c++) {
            int colour = from + (wants.channels() == ModelCard.Channels.RGB ? c : 2 - c);
            float mean = wants.mean().get(c).floatValue();
            float factor = (float) (1 / wants.scale().get(c));
            int first = planes ? 0 : c;
            for (int x = 0; x < width; x++) {
                out[first + step * x] = (pixels[colour + 3 * x] - mean) * factor;
            }
            if (planes) {
                input.put(to + c * width * wants.height(), out, 0, width);
            }
        }
        if (!planes) {
            input.put(to, out, 0, width * 3);
        }
    }

    private float[] line(int length) {
        return line.length >= length ? line : new float[length];
    }

    private void resized(float[] pixels, int face, int y) {
        int above = at(face, rows.before[y]);
        int below = at(face, rows.after[y]);
        float down = rows.weight[y];
        for (int x = 0; x < wants.width(); x++) {
            int left = columns.before[x] * 3;
            int right = columns.after[x] * 3;
            float across = columns.weight[x];
            for (int c = 0; c < 3; c++) {
                float top =
                        pixels[above + left + c] * (1 - across)
                                + pixels[above + right + c] * across;
                float bottom =
                        pixels[below + left + c] * (1 - across)
                                + pixels[below + right + c] * across;
                row[x * 3 + c] = top * (1 - down) + bottom * down;
            }
        }
    }

    /// Which two pixels a place lies between, and how far from the first.
    private static final class Axis {

        private final int[] before;
        private final int[] after;
        private final float[] weight;

        Axis(int from, int to) {
            before = new int[to];
            after = new int[to];
            weight = new float[to];
            for (int i = 0; i < to; i++) {
                double place = Math.clamp((i + 0.5) * from / to - 0.5, 0, from - 1);
                before[i] = (int) place;
                after[i] = Math.min(before[i] + 1, from - 1);
                weight[i] = (float) (place - before[i]);
            }
        }
    }
}
