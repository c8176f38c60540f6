package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.clamp01;
import static revisage.people.synthetic.Smooth.mix;
import static revisage.people.synthetic.Smooth.step;

import revisage.people.synthetic.Identity.Beard;
import revisage.people.synthetic.Identity.Brows;
import revisage.people.synthetic.Identity.Ears;
import revisage.people.synthetic.Identity.Eyes;
import revisage.people.synthetic.Identity.Glasses;
import revisage.people.synthetic.Identity.Mouth;
import revisage.people.synthetic.Identity.Skin;

import java.util.EnumMap;
import java.util.Map;

/// Makes a person from a seed. Sex, age and skin are drawn evenly and apart from each other; all
/// else leans on them as it does in life.
final class IdentityDraw {

    /// Beyond this a trait looks like a mistake, in natural deviations.
    private static final float BOUND = 2.1f;

    private final Draws draws;
    private final long seed;
    private final boolean female;
    private final float age;
    private final float ita;

    /// 0 for the young, 1 for the old.
    private final float old;

    private IdentityDraw(long seed) {
        this.seed = seed;
        draws = new Draws(seed);
        female = draws.chance(0.5);
        age = draws.between(Variety.AGE_FROM, Variety.AGE_TO);
        ita = draws.between(Variety.ITA_FROM, Variety.ITA_TO);
        old = step(28, 78, age);
    }

    static Identity person(long seed) {
        return new IdentityDraw(seed).identity();
    }

    private Identity identity() {
        Map<HeadTrait, Float> shape = shape();
        Skin skin = skin();
        var hair = new HairDraw(draws, female, age, ita);
        Identity.Hair locks = hair.hair();
        return new Identity(
                seed,
                female,
                age,
                ita,
                shape,
                skin,
                eyes(),
                brows(locks.colour()),
                mouth(skin.base()),
                locks,
                beard(hair.beardColour()),
                new Ears(
                        1 + 0.08f * draws.normal() + 0.1f * old + (female ? -0.04f : 0.03f),
                        draws.between(14, 40),
                        draws.between(0, 1)),
                glasses());
    }

    private Map<HeadTrait, Float> shape() {
        var v = new EnumMap<HeadTrait, Float>(HeadTrait.class);
        for (HeadTrait trait : HeadTrait.values()) {
            if (trait.lasts()) {
                v.put(trait, Variety.SHAPE * draws.normal());
            }
        }
        float s = female ? -1 : 1;
        add(v, HeadTrait.JAW_WIDTH, 0.75f * s);
        add(v, HeadTrait.JAW_ANGLE, 0.75f * s);
        add(v, HeadTrait.CHIN_WIDTH, 0.7f * s);
        add(v, HeadTrait.CHIN_LENGTH, 0.55f * s);
        add(v, HeadTrait.CHIN_FRONT, 0.2f * s);
        add(v, HeadTrait.BROW_RIDGE, 1.1f * s);
        add(v, HeadTrait.FOREHEAD_SLOPE, 0.5f * s);
        add(v, HeadTrait.FOREHEAD_ROUND, -0.5f * s);
        add(v, HeadTrait.CHEEKBONE_FRONT, -0.35f * s);
        add(v, HeadTrait.NOSE_FRONT, 0.45f * s);
        add(v, HeadTrait.NOSE_BULB, 0.3f * s);
        add(v, HeadTrait.NOSE_LENGTH, 0.35f * s);
        add(v, HeadTrait.CHEEK_HOLLOW, 0.3f * s);
        add(v, HeadTrait.UPPER_LIP, -0.4f * s);
        add(v, HeadTrait.LOWER_LIP, -0.4f * s);
        add(v, HeadTrait.EYE_DEPTH, 0.3f * s);
        add(v, HeadTrait.NOSE_WIDTH, 0.35f * s);
        add(v, HeadTrait.NOSE_HUMP, 0.3f * s);
        add(v, HeadTrait.NOSE_TIP_UP, -0.4f * s);
        add(v, HeadTrait.NOSE_BRIDGE_HEIGHT, 0.3f * s);
        add(v, HeadTrait.NECK_WIDTH, 0.9f * s + 0.2f);
        add(v, HeadTrait.FACE_WIDTH, 0.25f * s);
        age(v);
        descent(v);
        v.replaceAll((_, much) -> Math.clamp(much, -BOUND, BOUND));
        return v;
    }

    private void age(Map<HeadTrait, Float> v) {
        add(v, HeadTrait.JOWLS, 1.6f * old - 0.9f);
        add(v, HeadTrait.NASOLABIAL, 1.8f * old - 0.6f);
        add(v, HeadTrait.EYE_BAGS, 1.8f * old - 0.5f);
        add(v, HeadTrait.CHEEK_HOLLOW, 0.8f * old - 0.2f);
        add(v, HeadTrait.DOUBLE_CHIN, 0.8f * old - 0.4f);
        add(v, HeadTrait.NOSE_LENGTH, 0.7f * old - 0.2f);
        add(v, HeadTrait.UPPER_LIP, -0.7f * old);
        add(v, HeadTrait.LOWER_LIP, -0.5f * old);
        add(v, HeadTrait.EYE_DEPTH, 0.6f * old);
    }

    /// Measures that go with where forebears lived, with much spread: each skin keeps all noses.
    private void descent(Map<HeadTrait, Float> v) {
        float dark = step(20, -45, ita);
        float middle = step(-20, 15, ita) * step(55, 25, ita);
        float east = middle * draws.between(0, 1);
        add(v, HeadTrait.NOSE_WIDTH, 1.3f * dark - 0.1f);
        add(v, HeadTrait.NOSE_BRIDGE_HEIGHT, -0.9f * dark - 0.9f * east + 0.4f);
        add(v, HeadTrait.NOSE_BRIDGE_WIDTH, 0.6f * dark);
        add(v, HeadTrait.MOUTH_FRONT, 1.1f * dark);
        add(v, HeadTrait.UPPER_LIP, 1.2f * dark);
        add(v, HeadTrait.LOWER_LIP, 1.1f * dark);
        add(v, HeadTrait.CHEEKBONE_WIDTH, 0.7f * east);
        add(v, HeadTrait.EYE_DEPTH, -1.1f * east + 0.2f);
    }

    private static void add(Map<HeadTrait, Float> v, HeadTrait trait, float much) {
        v.merge(trait, much, Float::sum);
    }

    private Skin skin() {
        double slope = StrictMath.tan(StrictMath.toRadians(ita));
        double b = 17.5 - 0.0022 * (ita - 5) * (ita - 5) + draws.normal() * 1.3;
        double l = 50 + b * slope;
        double a = 11.5 - 0.0009 * (ita - 5) * (ita - 5) + draws.normal() * 1.4;
        float pale = step(0, 50, ita);
        return new Skin(
                Colour.lab(l, a, b),
                draws.between(0.1, 0.6) + 0.4f * pale * draws.between(0, 1),
                draws.between(0.15, 0.7) + 0.3f * old,
                draws.chance(0.35) ? pale * draws.between(0, 1) : 0,
                draws.below(5),
                clamp01((female ? 0.85f : 1.05f) * step(32, 80, age) + 0.1f * draws.normal()),
                clamp01(draws.between(0.1, 0.55) + 0.3f * old),
                draws.between(0.3, 1),
                draws.below(1 << 20));
    }

    private Eyes eyes() {
        float f = Variety.FEATURES;
        boolean fold = ita > -15 && ita < 50 && draws.chance(0.25);
        float lightEyes = step(10, 45, ita);
        Colour iris =
                switch (draws.weighted(
                        6 - 4.2 * lightEyes, 1.2, lightEyes, 2.4 * lightEyes, lightEyes)) {
                    case 0 -> Colour.srgb(62, 36, 20).times(draws.between(0.6, 1.35));
                    case 1 -> Colour.srgb(104, 70, 38);
                    case 2 -> Colour.srgb(98, 112, 70);
                    case 3 -> Colour.srgb(92, 126, 156);
                    default -> Colour.srgb(122, 136, 142);
                };
        return new Eyes(
                14.9f + 0.65f * f * draws.normal() + (female ? 0.4f : -0.1f),
                Math.max(3.4f, 5.3f + 0.7f * f * draws.normal() - 1.1f * old + (female ? .5f : 0)),
                4.3f + 0.45f * f * draws.normal() + 0.3f * old,
                1.6f + 1.1f * f * draws.normal() - 1.1f * old + (fold ? 1 : 0),
                fold ? draws.between(0, 1) : Math.max(1, 2.9f + 1.1f * draws.normal() - old),
                clamp01(female ? draws.between(0.6, 1) : draws.between(0.3, 0.6)),
                female && draws.chance(0.35) ? draws.between(0.1, 0.6) : 0,
                iris,
                iris.times(0.35f),
                5.85f + 0.12f * draws.normal());
    }

    private Brows brows(Colour hair) {
        float f = Variety.FEATURES;
        return new Brows(
                19 + 1.5f * f * draws.normal() + (female ? 1.8f : -0.7f),
                Math.max(3.6f, (female ? 6.2f : 8.2f) + 1.2f * f * draws.normal()),
                (female ? 2.9f : 1.7f) + 1.2f * f * draws.normal(),
                1.2f + 1.4f * f * draws.normal(),
                11 + 2 * f * draws.normal(),
                48 + 2.2f * f * draws.normal(),
                clamp01((female ? 0.8f : 0.88f) + 0.14f * draws.normal() - 0.12f * old),
                hair.mix(Colour.srgb(34, 24, 20), 0.6f));
    }

    private Mouth mouth(Colour skin) {
        float f = Variety.FEATURES;
        float dark = step(20, -45, ita);
        Colour natural = skin.times(0.84f, 0.5f, 0.55f);
        Colour lips = natural;
        if (female && draws.chance(0.35)) {
            Colour stick =
                    switch (draws.below(4)) {
                        case 0 -> Colour.srgb(168, 38, 48);
                        case 1 -> Colour.srgb(176, 88, 92);
                        case 2 -> Colour.srgb(128, 40, 58);
                        default -> Colour.srgb(168, 82, 70);
                    };
            lips = natural.mix(stick, draws.between(0.2, 0.65));
        }
        return new Mouth(
                25.2f + 1.8f * f * draws.normal() + (female ? -0.8f : 0.8f),
                Math.max(
                        3,
                        7.6f
                                + 1.3f * f * draws.normal()
                                + 2.2f * dark
                                - 2.4f * old
                                + (female ? 1 : -0.7f)),
                Math.max(
                        4.5f,
                        9.4f
                                + 1.3f * f * draws.normal()
                                + 2 * dark
                                - 1.6f * old
                                + (female ? 0.8f : -0.3f)),
                Math.max(0, 1.5f + 0.6f * f * draws.normal()),
                -0.15f + 0.7f * f * draws.normal() + 0.6f * old,
                lips);
    }

    private Beard beard(Colour colour) {
        if (female) {
            return new Beard(0, 0, 0, 0, 0, colour);
        }
        float stubble = draws.between(0.05, 0.6);
        return switch (draws.weighted(5, 2, 1.2, 1, 2)) {
            case 0 -> new Beard(0, 0, 0, 0, stubble, colour);
            case 1 -> new Beard(0.6f, 0.75f, 0.6f, 0.75f, stubble, colour);
            case 2 -> new Beard(1.5f, 1, 0, draws.chance(0.5) ? 1 : 0, stubble, colour);
            case 3 -> new Beard(1.8f, 0.9f, 0, 1, stubble, colour);
            default ->
                    new Beard(
                            draws.between(2, 7),
                            mix(0.8f, 1, draws.between(0, 1)),
                            1,
                            1,
                            stubble,
                            colour);
        };
    }

    private Glasses glasses() {
        boolean owned = draws.chance(0.14 + 0.22 * old);
        Colour colour =
                switch (draws.below(5)) {
                    case 0 -> Colour.srgb(120, 112, 100);
                    case 1 -> Colour.srgb(74, 44, 26);
                    case 2 -> Colour.srgb(40, 46, 66);
                    default -> Colour.srgb(24, 22, 22);
                };
        return new Glasses(
                owned,
                draws.between(0.1, 1),
                draws.chance(0.4) ? draws.between(0.8, 1.2) : draws.between(1.4, 2.6),
                draws.between(23, 27),
                draws.between(15, 21),
                colour);
    }
}
