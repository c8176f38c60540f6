package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.clamp01;
import static revisage.people.synthetic.Smooth.mix;
import static revisage.people.synthetic.Smooth.squared;

/// Light on a painted sample: a main light with shadow, light from all around, a rim, highlights.
///
/// Light that enters skin comes out elsewhere and redder, which is what makes skin look like skin:
/// each colour sees its own blend of the sharp and the blurred normal, and red reaches furthest
/// beyond the edge of the light.
final class Shading {

    private final Moment.Light light;
    private final float[] camera = new float[3];
    private final float[] half = new float[3];

    Shading(Moment.Light light) {
        this.light = light;
    }

    /// @param s paint and normal
    /// @param soft blurred normal, three numbers, or the normal again
    /// @param lit share of the main light that arrives
    /// @param out linear light, three numbers from `o` on
    void shade(Surface s, float[] soft, float lit, float[] toCamera, float[] out, int o) {
        System.arraycopy(toCamera, 0, camera, 0, 3);
        float sharp = s.nx * light.x() + s.ny * light.y() + s.nz * light.z();
        float smooth = soft[0] * light.x() + soft[1] * light.y() + soft[2] * light.z();
        float r = wrapped(mix(sharp, smooth, 0.6f * s.soft), 0.10f + 0.24f * s.soft);
        float g = wrapped(mix(sharp, smooth, 0.3f * s.soft), 0.07f + 0.08f * s.soft);
        float b = wrapped(mix(sharp, smooth, 0.2f * s.soft), 0.05f + 0.05f * s.soft);
        float keyR = lit + s.soft * 0.16f * lit * (1 - lit);
        float open = s.open;
        // Light bounced in hollows of skin is red, so their shade is not grey.
        float openR = mix(open, (float) Math.sqrt(open), 0.35f * s.soft);
        float high = 0.5f + 0.5f * s.ny;
        float front = 0.75f + 0.25f * s.nz;
        out[o] =
                s.red
                        * (r * keyR * mix(1, openR, 0.4f) * light.key().red()
                                + openR
                                        * front
                                        * mix(light.below().red(), light.above().red(), high));
        out[o + 1] =
                s.green
                        * (g * lit * mix(1, open, 0.4f) * light.key().green()
                                + open
                                        * front
                                        * mix(light.below().green(), light.above().green(), high));
        out[o + 2] =
                s.blue
                        * (b * lit * mix(1, open, 0.4f) * light.key().blue()
                                + open
                                        * front
                                        * mix(light.below().blue(), light.above().blue(), high));
        highlight(s, lit, out, o);
        rim(s, out, o);
    }

    private static float wrapped(float cosine, float wrap) {
        float v = clamp01((cosine + wrap) / (1 + wrap));
        return v * (1 - wrap * 0.5f + wrap * 0.5f * v);
    }

    private void highlight(Surface s, float lit, float[] out, int o) {
        if (s.gloss <= 0) {
            return;
        }
        half[0] = light.x() + camera[0];
        half[1] = light.y() + camera[1];
        half[2] = light.z() + camera[2];
        float length =
                (float)
                        Math.sqrt(
                                half[0] * half[0] + half[1] * half[1] + half[2] * half[2] + 1e-6f);
        float h = (s.nx * half[0] + s.ny * half[1] + s.nz * half[2]) / length;
        float graze = 1 - clamp01(s.nx * camera[0] + s.ny * camera[1] + s.nz * camera[2]);
        float fresnel = 0.45f + 0.9f * graze * graze * graze;
        float tight = h > 0 ? squared(h, s.sharp) : 0;
        float broad = h > 0 ? squared(h, Math.max(1, s.sharp - 2)) : 0;
        float much =
                s.gloss * fresnel * lit * (0.75f * tight + (s.sharp > 6 ? 0.03f : 0.3f) * broad);
        float sky = s.gloss * s.open * 0.28f * graze * graze * clamp01(0.5f + 0.5f * s.ny);
        out[o] += much * light.key().red() + sky * light.above().red();
        out[o + 1] += much * light.key().green() + sky * light.above().green();
        out[o + 2] += much * light.key().blue() + sky * light.above().blue();
    }

    /// Along a strand: a band of light instead of a spot.
    void strand(Surface s, float shift, float lit, float[] out, int o) {
        float dot = s.ny;
        float tx = -s.nx * dot;
        float ty = 1 - s.ny * dot;
        float tz = -s.nz * dot;
        tx += s.nx * shift * 0.5f;
        ty += s.ny * shift * 0.5f;
        tz += s.nz * shift * 0.5f;
        float length = (float) Math.sqrt(tx * tx + ty * ty + tz * tz + 1e-6f);
        float hl =
                (float)
                        Math.sqrt(
                                half[0] * half[0] + half[1] * half[1] + half[2] * half[2] + 1e-6f);
        float th = (tx * half[0] + ty * half[1] + tz * half[2]) / (length * hl);
        float sine = clamp01(1 - th * th);
        float facing = clamp01(0.35f + s.nx * light.x() + s.ny * light.y() + s.nz * light.z());
        float band = squared(sine, 4) * facing * lit * s.gloss;
        out[o] += band * (0.035f + 0.6f * s.red) * light.key().red();
        out[o + 1] += band * (0.035f + 0.6f * s.green) * light.key().green();
        out[o + 2] += band * (0.035f + 0.6f * s.blue) * light.key().blue();
    }

    private void rim(Surface s, float[] out, int o) {
        if (light.rim() <= 0) {
            return;
        }
        float edge = clamp01(1 - s.nz) * clamp01(0.15f + s.nx * light.rimSide());
        float much = 0.8f * light.rim() * edge * edge * s.open;
        out[o] += much * (s.red + 0.05f);
        out[o + 1] += much * (s.green + 0.05f);
        out[o + 2] += much * (s.blue + 0.05f);
    }
}
