package revisage.train;

import java.util.Optional;

/// What is done to a face each time it is shown; all at random, by the plan's seed.
///
/// @param flip seen in a mirror half of the time; `true`
/// @param shift most pixels it is moved, each way, 0..28; 0
/// @param turn most degrees it is turned, 0..45; 0
/// @param zoom most share by which it is enlarged or shrunk, 0..0.5; 0
/// @param light most share by which brightness and contrast change, 0..0.9; 0
/// @param tint most share by which each colour changes by itself, 0..0.9; 0
/// @param noise most standard deviation of noise, 0..64 of 255; 0
/// @param cover how often a rectangle of one colour covers a part, 0..1; 0
public record Augmentation(
        Optional<Boolean> flip,
        Optional<Double> shift,
        Optional<Double> turn,
        Optional<Double> zoom,
        Optional<Double> light,
        Optional<Double> tint,
        Optional<Double> noise,
        Optional<Double> cover) {

    static final Augmentation NOTHING_SAID =
            new Augmentation(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public Augmentation {
        Settings.within("shift", shift, 0, 28);
        Settings.within("turn", turn, 0, 45);
        Settings.within("zoom", zoom, 0, 0.5);
        Settings.within("light", light, 0, 0.9);
        Settings.within("tint", tint, 0, 0.9);
        Settings.within("noise", noise, 0, 64);
        Settings.within("cover", cover, 0, 1);
    }

    Augmentation complete() {
        return new Augmentation(
                Optional.of(flip.orElse(true)),
                Optional.of(shift.orElse(0.0)),
                Optional.of(turn.orElse(0.0)),
                Optional.of(zoom.orElse(0.0)),
                Optional.of(light.orElse(0.0)),
                Optional.of(tint.orElse(0.0)),
                Optional.of(noise.orElse(0.0)),
                Optional.of(cover.orElse(0.0)));
    }
}
