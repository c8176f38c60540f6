package revisage.people.synthetic;

import java.util.Arrays;
import java.util.Optional;

/// A piece of surface: points, what is painted on them, and triangles between them.
final class Sheet {

    /// What a piece is made of.
    enum Stuff {
        SKIN,
        HAIR,
        CLOTH,
        EAR,
        FRAME,
        LENS
    }

    final Stuff stuff;

    /// `x y z` a point, mm; head axes, later camera axes.
    final float[] at;

    /// Three numbers a point by which the paint is looked up.
    final float[] paint;

    /// Unit, pointing outwards, `x y z` a point.
    final float[] normal;

    /// Light that reaches the point from all around, 0..1.
    final float[] open;

    final int[] corners;

    /// Fewer triangles over the same points.
    final int[] coarse;

    final Optional<Holes> holes;
    final boolean bothSides;

    Sheet(
            Stuff stuff,
            float[] at,
            float[] paint,
            int[] corners,
            int[] coarse,
            Optional<Holes> holes,
            boolean bothSides) {
        this.stuff = stuff;
        this.at = at;
        this.paint = paint;
        this.corners = corners;
        this.coarse = coarse;
        this.holes = holes;
        this.bothSides = bothSides;
        normal = new float[at.length];
        open = new float[at.length / 3];
        Arrays.fill(open, 1);
    }

    /// Which parts of a piece are not there.
    @FunctionalInterface
    interface Holes {

        boolean solid(float u, float v, float w);
    }

    /// Normals from the triangles, weighted by their area.
    void findNormals() {
        Arrays.fill(normal, 0);
        for (int t = 0; t < corners.length; t += 3) {
            addNormal(3 * corners[t], 3 * corners[t + 1], 3 * corners[t + 2]);
        }
        for (int i = 0; i < normal.length; i += 3) {
            float x = normal[i];
            float y = normal[i + 1];
            float z = normal[i + 2];
            float length = (float) Math.sqrt(x * x + y * y + z * z + 1e-12f);
            normal[i] = x / length;
            normal[i + 1] = y / length;
            normal[i + 2] = z / length;
        }
    }

    private void addNormal(int a, int b, int c) {
        float ux = at[b] - at[a];
        float uy = at[b + 1] - at[a + 1];
        float uz = at[b + 2] - at[a + 2];
        float vx = at[c] - at[a];
        float vy = at[c + 1] - at[a + 1];
        float vz = at[c + 2] - at[a + 2];
        float nx = uy * vz - uz * vy;
        float ny = uz * vx - ux * vz;
        float nz = ux * vy - uy * vx;
        normal[a] += nx;
        normal[a + 1] += ny;
        normal[a + 2] += nz;
        normal[b] += nx;
        normal[b + 1] += ny;
        normal[b + 2] += nz;
        normal[c] += nx;
        normal[c + 1] += ny;
        normal[c + 2] += nz;
    }

    /// Turns points and normals.
    void turn(Turn turn) {
        turn.apply(at);
        turn.apply(normal);
    }
}
