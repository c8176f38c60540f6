package revisage.lineup.design;

import revisage.face.FaceImage;
import revisage.face.Photo;
import revisage.face.PhotoDecoder;
import revisage.lineup.Forms;
import revisage.lineup.LineupException;
import revisage.lineup.LineupFolder;
import revisage.lineup.LineupItem;
import revisage.lineup.LineupOption;
import revisage.lineup.Questionnaire;
import revisage.store.ContactSheet;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One participant's questions as one picture: the reconstruction at the left, the photos in the
/// order they are shown.
///
/// @param form number of the form, 0 or more
/// @param truth with methods, ranks and right answers below: for the researcher only
public record LineupPreview(LineupFolder study, int form, boolean truth, PhotoDecoder decoder) {

    /// Writes it whole or not at all.
    ///
    /// @return how many questions it shows
    public int write(Path png) throws WorkException, InterruptedException {
        Map<String, LineupItem> items = new HashMap<>();
        study.plan().items().forEach(i -> items.put(i.id(), i));
        String language = study.plan().languages().getFirst();
        var rows = new ArrayList<ContactSheet.Row>();
        for (var screen :
                new Forms(study.plan()).questionnaire(form, "preview", language).screens()) {
            Work.pausePoint();
            switch (screen) {
                case Questionnaire.WhoIsIt w -> rows.add(question(w, items, rows.size() + 1));
                case Questionnaire.SameOrDifferent s ->
                        rows.add(
                                new ContactSheet.Row(
                                        "%d  same?".formatted(rows.size() + 1),
                                        List.of(cell(s.left(), ""), cell(s.right(), ""))));
                case Questionnaire.Consent _, Questionnaire.AboutYou _, Questionnaire.Thanks _ -> {}
            }
        }
        new ContactSheet(
                        "%s, form %d".formatted(study.plan().title(), form),
                        List.of(),
                        rows,
                        ContactSheet.ESTIMATES,
                        1)
                .write(png);
        return rows.size();
    }

    private ContactSheet.Row question(
            Questionnaire.WhoIsIt w, Map<String, LineupItem> items, int number)
            throws WorkException {
        LineupItem item = items.get(w.question());
        var cells = new ArrayList<ContactSheet.Cell>();
        cells.add(cell(w.picture(), truth && item != null ? item.method() : ""));
        for (String option : w.options()) {
            cells.add(cell(option, truth && item != null ? words(item, option) : ""));
        }
        String asked = w.place().map(p -> p == 0 ? "  none!" : "  no. " + p + "!").orElse("");
        String check = truth && item == null ? "  check" : "";
        return new ContactSheet.Row(number + asked + check, cells);
    }

    private static String words(LineupItem item, String picture) {
        return item.options().stream()
                .filter(o -> o.picture().equals(picture))
                .map(LineupPreview::words)
                .findFirst()
                .orElse("");
    }

    private static String words(LineupOption option) {
        return (option.right() ? "right, " : "") + "rank " + option.rank();
    }

    private ContactSheet.Cell cell(String picture, String caption) throws WorkException {
        Path file = study.picture(picture);
        if (!Files.isRegularFile(file)) {
            throw new LineupException(
                    "The picture %s is not in %s.".formatted(picture, study.folder()),
                    "A study that was handed on has none: name the one it was made from.");
        }
        return new ContactSheet.Cell(
                squared(decoder.decode(file)), caption.isEmpty() ? List.of() : List.of(caption));
    }

    /// Any photo at the size of a face, its middle square, nearest pixels: good enough to look at.
    private static FaceImage squared(Photo photo) {
        if (photo.width() == FaceImage.SIDE && photo.height() == FaceImage.SIDE) {
            return new FaceImage(photo.toRgb());
        }
        int edge = Math.min(photo.width(), photo.height());
        int left = (photo.width() - edge) / 2;
        int top = (photo.height() - edge) / 2;
        byte[] from = photo.pixels();
        byte[] to = new byte[FaceImage.VALUES];
        for (int y = 0; y < FaceImage.SIDE; y++) {
            for (int x = 0; x < FaceImage.SIDE; x++) {
                int row = top + y * edge / FaceImage.SIDE;
                int column = left + x * edge / FaceImage.SIDE;
                int at = (row * photo.width() + column) * 3;
                System.arraycopy(from, at, to, (y * FaceImage.SIDE + x) * 3, 3);
            }
        }
        return new FaceImage(to);
    }
}
