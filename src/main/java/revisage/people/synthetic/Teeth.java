package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.bump;
import static revisage.people.synthetic.Smooth.clamp01;
import static revisage.people.synthetic.Smooth.mix;
import static revisage.people.synthetic.Smooth.step;

/// What is seen through open lips: two rows of teeth, a tongue, the dark.
final class Teeth {

    private final float upperEdge;
    private final float lowerEdge;
    private final float middle;

    Teeth(HeadGrid grid, float[] head, Moment.Expression e) {
        HeadGrid.Spot upper = grid.spot(0, MeanHead.MOUTH_Y + 1.8f);
        HeadGrid.Spot lower = grid.spot(0, MeanHead.MOUTH_Y - 1.8f);
        middle = upper.of(head, 0);
        upperEdge = upper.of(head, 1) - 4 - 3.2f * e.smile();
        lowerEdge = lower.of(head, 1) + 1.2f;
    }

    /// @param x head axes, mm
    /// @param lips how deep below the edge of the lips, mm; darker close to them
    void paint(float x, float y, float lips, Surface into) {
        float side = (x - middle) / 22;
        float arch = clamp01(1 - side * side);
        float tooth = (x - middle) / 8.3f;
        float gap = Math.abs(tooth - (float) Math.floor(tooth) - 0.0f);
        float line = 1 - 0.35f * (bump(gap, 0, 0.09f) + bump(gap, 1, 0.09f));
        float upper = step(upperEdge - 0.5f, upperEdge + 0.5f, y + 1.2f * side * side);
        float lower = step(lowerEdge + 0.5f, lowerEdge - 0.5f, y);
        float white = Math.max(upper, 0.75f * lower) * (0.35f + 0.65f * arch) * line;
        float tongue = 0.5f * bump(side, 0, 0.8f) * step(upperEdge - 1, lowerEdge, y);
        float shade = mix(0.45f, 1, step(0, 0.8f, lips));
        into.red = shade * (0.05f + 0.22f * tongue + 0.62f * white);
        into.green = shade * (0.015f + 0.07f * tongue + 0.58f * white);
        into.blue = shade * (0.015f + 0.06f * tongue + 0.49f * white);
        into.gloss = 0.25f * white;
        into.sharp = 5;
        into.open = 0.75f;
    }
}
