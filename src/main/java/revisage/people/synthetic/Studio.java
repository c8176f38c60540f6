package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.mix;

import revisage.face.FivePoints;

import java.util.ArrayList;
import java.util.List;

/// Takes one photo: sculpture, view, raster, paint and light for each sample, then the darkroom.
final class Studio {

    /// Samples along each edge of a pixel.
    private static final int FINE = 2;

    private static final Colour PANE = Colour.srgb(22, 20, 20);

    private final Identity who;
    private final Moment moment;
    private final int side;
    private final int wide;
    private final Sculpture sculpture;
    private final View view;
    private final Shadow shadow;
    private final Shading shading;
    private final EyePaint eyes;
    private final SkinPaint skin;
    private final HairPaint hair;
    private final BackdropPaint backdrop;
    private final CoverPaint cover;
    private final Surface paint = new Surface();
    private final float[] at = new float[3];
    private final float[] canonical = new float[3];
    private final float[] soft = new float[3];
    private final float[] toCamera = new float[3];

    Studio(HeadModel model, Identity who, Moment moment, int side) {
        this.who = who;
        this.moment = moment;
        this.side = side;
        wide = side * FINE;
        sculpture = new Sculpture(model, who, moment);
        view = sculpture.view();
        shadow = new Shadow(sculpture.sheets(), moment.light());
        shading = new Shading(moment.light());
        eyes = new EyePaint(who, moment.expression());
        skin = new SkinPaint(who, moment, sculpture.line(), eyes);
        hair = new HairPaint(who.hair(), sculpture.line());
        cover = new CoverPaint(moment.cover(), moment.backdrop().pattern());
        backdrop = new BackdropPaint(moment.backdrop(), moment.pose().roll());
    }

    Identity who() {
        return who;
    }

    Moment moment() {
        return moment;
    }

    /// In pixels of the 112x112 picture.
    FivePoints points() {
        return view.points();
    }

    /// `(h, w, c)`, sRGB.
    byte[] take() {
        List<Sheet> sheets = sculpture.sheets();
        List<float[]> screens = new ArrayList<>();
        for (Sheet sheet : sheets) {
            screens.add(view.project(sheet.at, wide));
        }
        var raster = new Raster(wide);
        raster.draw(sheets, screens, false);
        float[] samples = new float[3 * wide * wide];
        float step = 1f / wide;
        int i = 0;
        for (int y = 0; y < wide; y++) {
            for (int x = 0; x < wide; x++, i++) {
                if (raster.sheet[i] < 0) {
                    backdrop.paint(x * step, y * step, samples, 3 * i);
                } else {
                    sample(raster, i, sheets.get(raster.sheet[i]), samples);
                }
                cover.paint(x * step, y * step, samples, 3 * i);
            }
        }
        return new Darkroom(moment, side).develop(averaged(samples));
    }

    private float[] averaged(float[] samples) {
        float[] out = new float[3 * side * side];
        for (int y = 0; y < wide; y++) {
            for (int x = 0; x < wide; x++) {
                int to = 3 * (y / FINE * side + x / FINE);
                int from = 3 * (y * wide + x);
                for (int c = 0; c < 3; c++) {
                    out[to + c] += Math.min(1.6f, samples[from + c]) / (FINE * FINE);
                }
            }
        }
        return out;
    }

    private void sample(Raster raster, int i, Sheet sheet, float[] out) {
        int t = raster.triangle[i];
        int a = sheet.corners[t];
        int b = sheet.corners[t + 1];
        int c = sheet.corners[t + 2];
        float q = raster.second[i];
        float r = raster.third[i];
        float p = 1 - q - r;
        blend(sheet.at, a, b, c, p, q, r, at);
        blend(sheet.paint, a, b, c, p, q, r, canonical);
        blend(sheet.normal, a, b, c, p, q, r, soft);
        unit(soft);
        paint.nx = soft[0];
        paint.ny = soft[1];
        paint.nz = soft[2];
        paint.open = p * sheet.open[a] + q * sheet.open[b] + r * sheet.open[c];
        view.toCamera(at[0], at[1], at[2], toCamera);
        float shift = 0;
        switch (sheet.stuff) {
            case SKIN -> {
                skin(a, b, c, p, q, r);
            }
            case HAIR, CLOTH -> {
                faceCamera();
                hair.paint(canonical[0], canonical[1], canonical[2], paint);
                shift = hair.shift();
            }
            case EAR -> {
                faceCamera();
                ear();
            }
            case LENS -> {
                faceCamera();
                paint.set(PANE);
                paint.gloss = 0.35f;
                paint.sharp = 4;
                paint.soft = 0;
            }
            case FRAME -> {
                faceCamera();
                paint.set(who.glasses().colour());
                paint.gloss = 0.5f;
                paint.sharp = 5;
                paint.soft = 0;
            }
        }
        float slope =
                paint.nx * moment.light().x()
                        + paint.ny * moment.light().y()
                        + paint.nz * moment.light().z();
        float lit = slope < -0.4f ? 0 : shadow.lit(at[0], at[1], at[2], Math.max(0, slope));
        lit = mix(lit, 1, 0.25f * moment.light().soft());
        shading.shade(paint, soft, lit, toCamera, out, 3 * i);
        if (sheet.stuff == Sheet.Stuff.HAIR) {
            shading.strand(paint, shift, lit, out, 3 * i);
        }
    }

    private void faceCamera() {
        float facing = paint.nx * toCamera[0] + paint.ny * toCamera[1] + paint.nz * toCamera[2];
        if (facing < 0) {
            paint.nx = -paint.nx;
            paint.ny = -paint.ny;
            paint.nz = -paint.nz;
            soft[0] = paint.nx;
            soft[1] = paint.ny;
            soft[2] = paint.nz;
            paint.open *= 0.45f;
        }
    }

    private void ear() {
        paint.set(who.skin().base());
        float rho = canonical[0];
        paint.times(1.02f, 0.9f, 0.88f);
        paint.open *= mix(0.35f, 1, Smooth.step(0.1f, 0.7f, rho));
        paint.open *= 1 - 0.4f * Smooth.bump(rho, 0.7f, 0.13f);
        paint.gloss = 0.08f;
        paint.sharp = 4;
        paint.soft = 1;
    }

    private void skin(int a, int b, int c, float p, float q, float r) {
        float x = canonical[0];
        float y = canonical[1];
        float z = canonical[2];
        if (z > 20) {
            float inEye = eyes.inside(x, y);
            if (inEye > 0) {
                eyeball(x, y, inEye);
                return;
            }
            float gap = LipPaint.gap(who.mouth(), Math.abs(x), y);
            if (moment.expression().open() > 0.04f && gap > 0) {
                mouth(gap);
                return;
            }
        }
        blend(sculpture.softNormal(), a, b, c, p, q, r, soft);
        unit(soft);
        skin.paint(x, y, z, paint);
    }

    private void mouth(float gap) {
        float[] inner = at.clone();
        for (int d = 0; d < 3; d++) {
            inner[d] -= 6 * toCamera[d] / Math.max(0.4f, toCamera[2]);
        }
        sculpture.turn().undo(inner);
        sculpture.teeth().paint(inner[0], inner[1], gap, paint);
        paint.soft = 0.5f;
    }

    private void eyeball(float x, float y, float inside) {
        int k = x < 0 ? 0 : 3;
        float[] c = sculpture.eyeballs();
        float ox = at[0] - c[k];
        float oy = at[1] - c[k + 1];
        float oz = at[2] - c[k + 2];
        float along = ox * toCamera[0] + oy * toCamera[1] + oz * toCamera[2];
        float r = MeanHead.EYE_RADIUS;
        float miss = ox * ox + oy * oy + oz * oz - along * along;
        float depth = (float) Math.sqrt(Math.max(0.04f, r * r - miss));
        float[] n = {
            ox + (depth - along) * toCamera[0],
            oy + (depth - along) * toCamera[1],
            oz + (depth - along) * toCamera[2]
        };
        unit(n);
        paint.nx = n[0];
        paint.ny = n[1];
        paint.nz = n[2];
        System.arraycopy(n, 0, soft, 0, 3);
        sculpture.turn().undo(n);
        Moment.Expression e = moment.expression();
        gaze(e.gazeX(), e.gazeY()).undo(n);
        eyes.ball(n[0], n[1], n[2], inside, eyes.belowUpper(x, y), eyes.corner(x), paint);
        bulge(n, e);
    }

    /// The cornea stands out of the ball, so that its normals turn faster: there sits the glint.
    private void bulge(float[] n, Moment.Expression e) {
        float flat = n[0] * n[0] + n[1] * n[1];
        if (n[2] <= 0 || flat > 0.25f) {
            return;
        }
        float more = 1 + 0.75f * Smooth.step(0.25f, 0.16f, flat);
        n[0] *= more;
        n[1] *= more;
        unit(n);
        gaze(e.gazeX(), e.gazeY()).apply(n);
        sculpture.turn().apply(n);
        paint.nx = n[0];
        paint.ny = n[1];
        paint.nz = n[2];
    }

    private static Turn gaze(float x, float y) {
        return new Turn(x, y, 0);
    }

    private static void blend(
            float[] v, int a, int b, int c, float p, float q, float r, float[] into) {
        for (int d = 0; d < 3; d++) {
            into[d] = p * v[3 * a + d] + q * v[3 * b + d] + r * v[3 * c + d];
        }
    }

    private static void unit(float[] v) {
        float l = (float) Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2] + 1e-12f);
        v[0] /= l;
        v[1] /= l;
        v[2] /= l;
    }
}
