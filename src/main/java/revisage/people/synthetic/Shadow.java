package revisage.people.synthetic;

import java.util.ArrayList;
import java.util.List;

/// Which places the main light sees: a picture of depths taken from the light.
final class Shadow {

    private static final int SIDE = 128;
    private static final float SPAN = 300;

    private final float[] right = new float[3];
    private final float[] up = new float[3];
    private final float[] light = new float[3];
    private final float[] depth;
    private final int reach;

    Shadow(List<Sheet> sheets, Moment.Light from) {
        light[0] = from.x();
        light[1] = from.y();
        light[2] = from.z();
        float flat = (float) Math.sqrt(light[0] * light[0] + light[2] * light[2] + 1e-6f);
        right[0] = light[2] / flat;
        right[2] = -light[0] / flat;
        up[0] = light[1] * right[2];
        up[1] = light[2] * right[0] - light[0] * right[2];
        up[2] = -light[1] * right[0];
        reach = from.soft() > 0.6f ? 2 : 1;
        var raster = new Raster(SIDE);
        var kept = new ArrayList<Sheet>();
        var screens = new ArrayList<float[]>();
        for (Sheet sheet : sheets) {
            kept.add(sheet);
            screens.add(seen(sheet.at));
        }
        raster.draw(kept, screens, true);
        depth = raster.depth();
    }

    private float[] seen(float[] at) {
        float[] screen = new float[at.length];
        for (int i = 0; i < at.length; i += 3) {
            float x = at[i];
            float y = at[i + 1];
            float z = at[i + 2];
            screen[i] = column(x, z);
            screen[i + 1] = row(x, y, z);
            screen[i + 2] = x * light[0] + y * light[1] + z * light[2];
        }
        return screen;
    }

    private float column(float x, float z) {
        return SIDE * (0.5f + (x * right[0] + z * right[2]) / SPAN);
    }

    private float row(float x, float y, float z) {
        return SIDE * (0.5f - (x * up[0] + y * up[1] + z * up[2]) / SPAN);
    }

    /// Share of the main light that arrives, 0..1, softened over a few millimetres.
    float lit(float x, float y, float z, float slope) {
        float own = x * light[0] + y * light[1] + z * light[2];
        float bias = 3 + 2.5f * (1 - slope);
        float cx = column(x, z);
        float cy = row(x, y, z);
        int ix = (int) Math.floor(cx);
        int iy = (int) Math.floor(cy);
        if (ix < reach || iy < reach || ix >= SIDE - reach - 1 || iy >= SIDE - reach - 1) {
            return 1;
        }
        float limit = own + bias;
        int corner = (iy - reach) * SIDE + ix - reach;
        int last = 2 * reach + 1;
        if (depth[corner] <= limit
                && depth[corner + last] <= limit
                && depth[corner + last * SIDE] <= limit
                && depth[corner + last * SIDE + last] <= limit
                && depth[iy * SIDE + ix] <= limit) {
            return 1;
        }
        float fx = cx - ix;
        float fy = cy - iy;
        float sum = 0;
        float all = 0;
        for (int dy = -reach; dy <= reach + 1; dy++) {
            float wy = reach + 1 - Math.abs(dy - fy);
            for (int dx = -reach; dx <= reach + 1; dx++) {
                float w = wy * (reach + 1 - Math.abs(dx - fx));
                if (w <= 0) {
                    continue;
                }
                float above = depth[(iy + dy) * SIDE + ix + dx] - limit;
                sum += w * (above <= 0 ? 1 : above > 2 ? 0 : 1 - above * 0.5f);
                all += w;
            }
        }
        return sum / all;
    }
}
