package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.clamp01;
import static revisage.people.synthetic.Smooth.step;

import revisage.people.synthetic.Identity.Hair;

import java.util.List;

/// Draws the hair of a person, or what covers it.
final class HairDraw {

    private static final List<HairStyle> STYLES = List.of(HairStyle.values());

    private final Draws draws;
    private final boolean female;
    private final float age;
    private final Colour natural;
    private final float grey;
    private final float dark;
    private final Colour shade;

    HairDraw(Draws draws, boolean female, float age, float ita) {
        this.draws = draws;
        this.female = female;
        this.age = age;
        float pale = step(15, 50, ita);
        dark = step(10, -25, ita);
        float b = draws.between(0.75, 1.3);
        natural =
                switch (draws.weighted(3 - 2.3 * pale, 3, 2.2 * pale, 2 * pale, 0.6 * pale)) {
                    case 0 -> Colour.srgb(24, 20, 19).times(b);
                    case 1 -> Colour.srgb(52, 36, 26).times(b);
                    case 2 -> Colour.srgb(98, 68, 44).times(b);
                    case 3 -> Colour.srgb(178, 138, 88).times(b);
                    default -> Colour.srgb(142, 66, 30).times(b);
                };
        float turning = clamp01(step(40, 84, age) + 0.22f * draws.normal());
        boolean dyed = female && draws.chance(0.45);
        grey = age < 32 || dyed ? 0 : turning;
        shade = natural.mix(Colour.srgb(156, 154, 152), grey * 0.85f);
    }

    Colour beardColour() {
        return natural.mix(Colour.srgb(164, 162, 160), clamp01(grey * 1.1f) * 0.85f);
    }

    Hair hair() {
        HairStyle style = style();
        boolean hangs = style.hangs();
        float bare = female ? 0 : step(25, 75, age) * draws.between(0, 1);
        return new Hair(
                style,
                shade,
                grey,
                3.5f * draws.normal() + (female ? -1 : 1) + 16 * bare * bare,
                clamp01((female ? 0.1f : 0.3f) + 0.2f * draws.normal() + bare),
                thickness(style),
                style == HairStyle.BOB ? draws.between(62, 105) : 230,
                hangs ? draws.between(48, 72) : 0,
                curl(style),
                fringe(style),
                draws.between(-1, 1),
                cloth(),
                draws.below(1 << 20));
    }

    private Colour cloth() {
        float grey = draws.between(0.02, 0.45);
        return new Colour(
                        draws.between(0.02, 0.5), draws.between(0.02, 0.45), draws.between(.02, .5))
                .mix(new Colour(grey, grey, grey), draws.between(0.3, 1));
    }

    private HairStyle style() {
        double bald = female ? 0 : 0.3 + 3 * step(35, 75, age);
        double tight = dark * 3;
        int i =
                female
                        ? draws.weighted(0, 0.1, 0.5, 0.7, 0, 1, tight, 2, 3, 2.6, 1.6, 1, 0.8, .2)
                        : draws.weighted(
                                bald,
                                1.2 + tight / 2,
                                4,
                                2.4,
                                2,
                                1.2,
                                tight / 2,
                                0.15,
                                0.25,
                                .2,
                                0.3,
                                0.1,
                                0,
                                0.45);
        return STYLES.get(i);
    }

    private float thickness(HairStyle style) {
        return switch (style) {
            case BALD, SHAVEN -> 0;
            case SHORT -> draws.between(5, 9);
            case CROP -> draws.between(8, 14);
            case SWEPT -> draws.between(10, 18);
            case CURLS -> draws.between(14, 26);
            case AFRO -> draws.between(22, 48);
            case BOB, LONG -> draws.between(8, 14);
            case WAVES -> draws.between(12, 20);
            case TIED, BUN -> draws.between(4, 7);
            case SCARF -> 9;
            case BEANIE -> 8;
        };
    }

    private float curl(HairStyle style) {
        return switch (style) {
            case CURLS -> draws.between(0.6, 1);
            case AFRO -> 1;
            case WAVES -> draws.between(0.35, 0.7);
            case SHORT, CROP -> Math.max(draws.between(0, 0.3), dark * 0.9f);
            default -> draws.between(0, 0.15);
        };
    }

    private float fringe(HairStyle style) {
        boolean can =
                style == HairStyle.BOB
                        || style == HairStyle.LONG
                        || style == HairStyle.CROP
                        || (style == HairStyle.TIED && female);
        return can && draws.chance(0.38) ? draws.between(18, 40) : 0;
    }
}
