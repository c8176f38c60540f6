package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.clouds;
import static revisage.people.synthetic.Smooth.mix;
import static revisage.people.synthetic.Smooth.step;

import revisage.people.synthetic.Identity.Hair;

import java.util.Arrays;
import java.util.Optional;

/// The layer of hair or cloth over the head: it follows the skull, and below the ears it hangs.
final class HairLayer {

    private static final float LET_GO = 30;

    private final HeadGrid grid;
    private final Hair hair;
    private final HairLine line;
    private final float thick;
    private final float[] head;

    HairLayer(HeadGrid grid, Hair hair, HairLine line, float factor, float[] head) {
        this.grid = grid;
        this.hair = hair;
        this.line = line;
        this.thick = hair.thick() * factor;
        this.head = head;
    }

    Sheet sheet() {
        int rows = grid.rows();
        float[] at = new float[3 * grid.size()];
        float[] paint = new float[3 * grid.size()];
        for (int c = 0; c < HeadGrid.COLUMNS; c++) {
            int held = 0;
            for (int r = 0; r < rows; r++) {
                int i = r * HeadGrid.COLUMNS + c;
                if (grid.y(i) > LET_GO) {
                    held = i;
                }
                point(i, held, at, paint);
            }
        }
        Sheet.Stuff stuff = hair.style().cloth() ? Sheet.Stuff.CLOTH : Sheet.Stuff.HAIR;
        return new Sheet(
                stuff,
                at,
                paint,
                kept(grid.fine(), paint),
                kept(grid.coarse(), paint),
                Optional.of(line::solid),
                true);
    }

    /// The triangles that can show hair at all.
    private int[] kept(int[] corners, float[] paint) {
        boolean[] bare = new boolean[grid.size()];
        for (int i = 0; i < bare.length; i++) {
            bare[i] = line.bare(paint[3 * i], paint[3 * i + 1]);
        }
        int[] kept = new int[corners.length];
        int n = 0;
        for (int t = 0; t < corners.length; t += 3) {
            if (!(bare[corners[t]] && bare[corners[t + 1]] && bare[corners[t + 2]])) {
                System.arraycopy(corners, t, kept, n, 3);
                n += 3;
            }
        }
        return Arrays.copyOf(kept, n);
    }

    private void point(int i, int held, float[] at, float[] paint) {
        float x = grid.x(i);
        float y = grid.y(i);
        float z = grid.z(i);
        float way = HairLine.way(x, z);
        float side = x < 0 ? -1 : 1;
        float layer = layer(way, y, side);
        boolean hangs = hair.style().hangs() && y < LET_GO && way > 35;
        int from = hangs ? held : i;
        float hx = head[3 * from];
        float hy = head[3 * i + 1];
        float hz = head[3 * from + 2];
        float up = Math.max(0, head[3 * from + 1] - 5) * 0.9f;
        float length = (float) Math.sqrt(hx * hx + up * up + (hz + 12) * (hz + 12) + 1e-6f);
        float wave = wave(way * side, y);
        float out = layer * (1 + wave);
        float flare = hangs ? 1 + 0.0011f * (LET_GO - y) : 1;
        at[3 * i] = (hx + out * hx / length) * flare;
        at[3 * i + 1] = hy + (hangs ? 0 : out * up / length);
        at[3 * i + 2] = hz + out * (hz + 12) / length;
        paint[3 * i] = way * side;
        paint[3 * i + 1] = y;
        paint[3 * i + 2] = layer;
    }

    private float wave(float signed, float y) {
        float curl = hair.curl();
        if (hair.style() == HairStyle.WAVES) {
            return curl * 0.8f * clouds(signed * 0.05f, y * 0.05f, hair.pattern());
        }
        return 0.12f * clouds(signed * 0.06f, y * 0.04f, hair.pattern())
                + curl * 0.4f * clouds(signed * 0.11f, y * 0.11f, hair.pattern() + 1);
    }

    private float layer(float way, float y, float side) {
        if (hair.style().cloth()) {
            return thick;
        }
        float above = line.inside(way * side, y);
        boolean fringe = hair.fringe() > 0;
        float rise = hair.style() == HairStyle.AFRO || line.curtain() ? 16 : 40;
        float grown = step(-2, rise, above);
        float top =
                switch (hair.style()) {
                    case SHORT, CROP, SWEPT -> mix(0.25f, 1, step(25, 100, y));
                    default -> 1;
                };
        float part = 1 - 0.3f * Smooth.bump(side * way, hair.part() * 26, 5) * step(40, 80, y);
        float base = fringe ? mix(0.5f, Math.max(4, thick * 0.4f), step(68, 46, way)) : 0.5f;
        if (hair.style().hangs()) {
            float from = line.curtain() ? 62 : 36;
            grown = Math.max(grown, 0.8f * step(from, from + 26, way));
        }
        return base + (thick - Math.min(base, thick)) * grown * top * part;
    }
}
