package revisage.chart;

import revisage.measure.FiveNumbers;

import java.util.List;
import java.util.OptionalDouble;

/// Box plots of shares, one below the other: the seed study's figure 7.
///
/// @param axis what the shares are, for example `Responses with a match`
/// @param boxes 1 or more, from the top
public record BoxSpec(String title, String axis, List<Box> boxes) implements Figure {

    public BoxSpec {
        boxes = List.copyOf(boxes);
        if (boxes.isEmpty()) {
            throw new IllegalArgumentException("no boxes");
        }
    }

    /// One box.
    ///
    /// @param numbers of values 0..1
    /// @param chance what a blind guess reaches, 0..1; empty where that is not known
    public record Box(String name, FiveNumbers numbers, OptionalDouble chance) {

        public Box {
            double low = numbers.outliers().stream().mapToDouble(v -> v).min().orElse(0);
            double high = numbers.outliers().stream().mapToDouble(v -> v).max().orElse(0);
            boolean shares =
                    Math.min(low, numbers.lowWhisker()) >= 0
                            && Math.max(high, numbers.highWhisker()) <= 1;
            double by = chance.orElse(0);
            if (!shares || !(by >= 0 && by <= 1)) {
                throw new IllegalArgumentException("values must be 0..1");
            }
        }
    }
}
