package revisage.study;

import revisage.face.FaceImage;
import revisage.reconstruct.EigenBasis;
import revisage.store.ContactSheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A basis as a picture: the mean face, and for the first axes what the mean becomes two standard
/// deviations along them to either side.
///
/// @param axes how many are drawn, 1 or more; all if there are fewer
public record BasisSheet(EigenBasis basis, int axes) {

    private static final int AXES_A_ROW = 4;
    private static final float REACH = 2;

    /// Share of the faces' variance that the first `count` axes keep, 0..1, where the file tells
    /// how much there was.
    public Optional<Double> kept(int count) {
        return total().map(total -> sum(0, count) / total);
    }

    /// [#kept] to put behind the number of axes, for example `, 98.2 % of the variance`; nothing
    /// where it is not known.
    public String keptWords(int count) {
        return kept(count)
                .map(s -> String.format(Locale.ROOT, ", %.1f %% of the variance", 100 * s))
                .orElse("");
    }

    private Optional<Double> total() {
        return Optional.ofNullable(basis.madeFrom().get(BasisMaking.VARIANCE))
                .map(Double::parseDouble);
    }

    private double sum(int from, int to) {
        float[] deviations = basis.deviations();
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) deviations[i] * deviations[i];
        }
        return sum;
    }

    /// The picture.
    public ContactSheet sheet() {
        int drawn = Math.min(axes, basis.components());
        var rows = new ArrayList<ContactSheet.Row>();
        var mean = FaceImage.rounded(basis.mean(), 0);
        rows.add(new ContactSheet.Row("mean", List.of(cell(mean, "mean face"))));
        for (int i = 0; i < drawn; i += AXES_A_ROW) {
            int end = Math.min(drawn, i + AXES_A_ROW);
            var cells = new ArrayList<ContactSheet.Cell>();
            for (int axis = i; axis < end; axis++) {
                cells.add(cell(along(axis, -REACH), "%d: -2 s.d.".formatted(axis + 1)));
                cells.add(cell(along(axis, REACH), "+2 s.d." + share(axis)));
            }
            rows.add(new ContactSheet.Row("%d - %d".formatted(i + 1, end), cells));
        }
        return new ContactSheet(
                title(), List.of(), rows, "Averages over many faces: no person is shown.", 1);
    }

    private String title() {
        String from =
                Optional.ofNullable(basis.madeFrom().get("faces"))
                        .map(n -> " of " + n + " faces")
                        .orElse("");
        int all = basis.components();
        return "Eigenfaces%s: %d axes%s".formatted(from, all, keptWords(all));
    }

    private String share(int axis) {
        return total().map(
                        t -> String.format(Locale.ROOT, ", %.1f %%", 100 * sum(axis, axis + 1) / t))
                .orElse("");
    }

    private static ContactSheet.Cell cell(FaceImage face, String caption) {
        return new ContactSheet.Cell(face, List.of(caption));
    }

    private FaceImage along(int axis, float deviations) {
        float[] pixels = basis.mean();
        float reach = deviations * basis.deviations()[axis];
        for (int j = 0; j < pixels.length; j++) {
            pixels[j] += reach * basis.axes().at(axis, j);
        }
        return FaceImage.rounded(pixels, 0);
    }
}
