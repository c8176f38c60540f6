package revisage.people.synthetic;

import java.util.EnumMap;
import java.util.Map;

/// The shaped skin of a person in one moment, its five points, and the camera they ask for.
final class Landmarks {

    private final float[] head;
    private final float[] five = new float[15];
    private final Turn turn;
    private final View view;

    Landmarks(HeadModel model, Identity who, Moment moment) {
        head = model.shaped(traits(who, moment));
        float half = who.mouth().half();
        float corner = HeadTrait.mouthLine(half);
        float[][] places = {
            {-MeanHead.EYE_X, 0}, {MeanHead.EYE_X, 0}, {0, -33}, {-half, corner}, {half, corner}
        };
        for (int k = 0; k < 5; k++) {
            HeadGrid.Spot spot = model.grid().spot(places[k][0], places[k][1]);
            for (int d = 0; d < 3; d++) {
                five[3 * k + d] = spot.of(head, d);
            }
        }
        turn = new Turn(moment.pose().yaw(), moment.pose().pitch(), moment.pose().roll());
        float[] seen = five.clone();
        turn.apply(seen);
        view = new View(moment.camera().distance(), seen);
    }

    private static Map<HeadTrait, Float> traits(Identity who, Moment moment) {
        var v = new EnumMap<>(who.shape());
        Moment.Expression e = moment.expression();
        v.put(HeadTrait.MOUTH_OPEN, e.open());
        v.put(HeadTrait.SMILE, e.smile());
        v.put(HeadTrait.BROW_RAISE, e.brows());
        v.put(HeadTrait.FROWN, e.frown());
        v.put(HeadTrait.MOUTH_DOWN, e.down() + who.mouth().corner() / 2.6f);
        v.put(HeadTrait.PUCKER, e.pucker());
        return v;
    }

    /// Points of the net in head axes, `x y z` each; the caller's to change.
    float[] head() {
        return head;
    }

    /// In head axes, in the order of the template.
    float[] five() {
        return five.clone();
    }

    Turn turn() {
        return turn;
    }

    /// The camera that sees the five points on the template.
    View view() {
        return view;
    }
}
