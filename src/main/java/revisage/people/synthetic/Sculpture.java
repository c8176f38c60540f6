package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.noise;
import static revisage.people.synthetic.Smooth.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A person's head in one moment: all its surfaces, turned as the camera sees them.
final class Sculpture {

    private static final float SOCKET = MeanHead.EYE_RADIUS + 1.2f;

    private final List<Sheet> sheets = new ArrayList<>();
    private final Turn turn;
    private final float[] five;
    private final float[] eyeballs = new float[6];
    private final HairLine line;
    private final Teeth teeth;
    private final View view;
    private final float[] softNormal;

    Sculpture(HeadModel model, Identity who, Moment moment) {
        HeadGrid grid = model.grid();
        var landmarks = new Landmarks(model, who, moment);
        float[] head = landmarks.head();
        five = landmarks.five();
        turn = landmarks.turn();
        view = landmarks.view();
        System.arraycopy(five, 0, eyeballs, 0, 6);
        eyeballs[2] -= SOCKET;
        eyeballs[5] -= SOCKET;
        line = new HairLine(who.hair(), who.female(), moment.grooming().part());
        teeth = new Teeth(grid, head, moment.expression());
        float[] paint = new float[head.length];
        for (int i = 0; i < grid.size(); i++) {
            paint[3 * i] = grid.x(i);
            paint[3 * i + 1] = grid.y(i);
            paint[3 * i + 2] = grid.z(i);
        }
        var skin =
                new Sheet(
                        Sheet.Stuff.SKIN,
                        head,
                        paint,
                        grid.fine(),
                        grid.coarse(),
                        Optional.empty(),
                        false);
        skin.findNormals();
        if (grow(grid, who, moment, skin)) {
            skin.findNormals();
        }
        var relief = new Relief(grid, skin);
        softNormal = relief.softNormal();
        sheets.add(skin);
        addEars(grid, who, head);
        if (who.hair().style() != HairStyle.BALD && who.hair().style() != HairStyle.SHAVEN) {
            sheets.add(
                    new HairLayer(grid, who.hair(), line, moment.grooming().hair(), head).sheet());
        }
        boolean dark = moment.cover().kind() == Moment.Cover.Kind.SUNGLASSES;
        if (moment.grooming().glasses() || dark) {
            addGlasses(who, head, grid, dark);
        }
        for (int i = 0; i < sheets.size(); i++) {
            if (i > 0) {
                sheets.get(i).findNormals();
            }
            sheets.get(i).turn(turn);
        }
        turn.apply(softNormal);
        turn.apply(five);
        turn.apply(eyeballs);
    }

    /// Beards are skin that stands out; says whether there is one.
    private static boolean grow(HeadGrid grid, Identity who, Moment moment, Sheet skin) {
        float length = who.beard().length() * moment.grooming().beard();
        if (length <= 0.3f) {
            return false;
        }
        for (int i = 0; i < grid.size(); i++) {
            float x = grid.x(i);
            float y = grid.y(i);
            float z = grid.z(i);
            if (y > 10 || z < -20 || y < -150) {
                continue;
            }
            float much = BeardPaint.cover(who.beard(), who.mouth(), x, y, z);
            if (much > 0) {
                float rough = 0.75f + 0.25f * noise(x * 0.4f, y * 0.3f, who.skin().pattern());
                float out = much * length * rough * step(8, -45, y);
                skin.at[3 * i] += out * skin.normal[3 * i];
                skin.at[3 * i + 1] += out * (skin.normal[3 * i + 1] - 0.5f * step(-80, -105, y));
                skin.at[3 * i + 2] += out * skin.normal[3 * i + 2];
            }
        }
        return true;
    }

    private void addEars(HeadGrid grid, Identity who, float[] head) {
        HairStyle style = who.hair().style();
        if (style.hangs() || style == HairStyle.SCARF) {
            return;
        }
        for (int side = -1; side <= 1; side += 2) {
            int root = grid.nearest(side * 72f, -4, 2);
            sheets.add(
                    EarShape.sheet(
                            who.ears(), side, Math.abs(head[3 * root]), head[3 * root + 1] - 6));
        }
    }

    private void addGlasses(Identity who, float[] head, HeadGrid grid, boolean dark) {
        float[] at = new float[9];
        System.arraycopy(five, 0, at, 0, 6);
        HeadGrid.Spot bridge = grid.spot(0, -2);
        for (int d = 0; d < 3; d++) {
            at[6 + d] = bridge.of(head, d);
        }
        float temple = 0;
        for (int i = 0; i < grid.size(); i++) {
            if (Math.abs(grid.y(i)) < 6) {
                temple = Math.max(temple, Math.abs(head[3 * i]));
            }
        }
        var glasses = new GlassesShape(who.glasses(), at);
        sheets.add(glasses.sheet(temple + 2));
        if (dark) {
            sheets.add(glasses.panes());
        }
    }

    List<Sheet> sheets() {
        return sheets;
    }

    Turn turn() {
        return turn;
    }

    HairLine line() {
        return line;
    }

    Teeth teeth() {
        return teeth;
    }

    /// Normals of the skin as light sees them that has wandered below it.
    float[] softNormal() {
        return softNormal;
    }

    /// The camera that sees the five points of this head on the template.
    View view() {
        return view;
    }

    /// In camera axes, in the order of the template.
    float[] five() {
        return five;
    }

    /// Centres of the eyeballs in camera axes.
    float[] eyeballs() {
        return eyeballs;
    }
}
