package revisage.people.synthetic;

import revisage.face.ArcFaceTemplate;
import revisage.face.FivePoints;
import revisage.face.Point;
import revisage.face.SimilarityTransform;

import java.util.ArrayList;
import java.util.List;

/// The camera, shifted, turned and scaled so that the five points lie on the template as nearly as
/// a similarity can bring them: the aligned picture is taken, not cut out of another.
final class View {

    private final float distance;
    private final SimilarityTransform fit;
    private final FivePoints points;

    /// @param distance of the camera from the middle of the head, mm
    /// @param five points in camera axes, `x y z` each, in the order of the template
    View(float distance, float[] five) {
        this.distance = distance;
        List<Point> flat = new ArrayList<>();
        for (int i = 0; i < 15; i += 3) {
            flat.add(flat(five[i], five[i + 1], five[i + 2]));
        }
        fit = SimilarityTransform.between(flat, ArcFaceTemplate.POINTS.toList());
        List<Point> at = flat.stream().map(fit::apply).toList();
        points = new FivePoints(at.get(0), at.get(1), at.get(2), at.get(3), at.get(4));
    }

    private Point flat(float x, float y, float z) {
        double shrink = distance / ((double) distance - z);
        return new Point(x * shrink, -y * shrink);
    }

    /// In pixels of the 112x112 picture.
    FivePoints points() {
        return points;
    }

    /// Brings points to pixels: `x y`, and the depth, larger is nearer.
    ///
    /// @param side edge of the raster in samples; it covers the whole picture
    float[] project(float[] at, int side) {
        float[] screen = new float[at.length];
        float k = side / 112f;
        float a = (float) fit.a();
        float b = (float) fit.b();
        float tx = (float) fit.tx() + 0.5f;
        float ty = (float) fit.ty() + 0.5f;
        for (int i = 0; i < at.length; i += 3) {
            float shrink = distance / (distance - at[i + 2]);
            float x = at[i] * shrink;
            float y = -at[i + 1] * shrink;
            screen[i] = k * (a * x - b * y + tx) - 0.5f;
            screen[i + 1] = k * (b * x + a * y + ty) - 0.5f;
            screen[i + 2] = shrink;
        }
        return screen;
    }

    /// From a point towards the camera, unit.
    void toCamera(float x, float y, float z, float[] into) {
        float dz = distance - z;
        float length = (float) Math.sqrt(x * x + y * y + dz * dz);
        into[0] = -x / length;
        into[1] = -y / length;
        into[2] = dz / length;
    }
}
