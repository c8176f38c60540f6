package revisage.store;

import revisage.face.EstimateMark;
import revisage.face.FaceImage;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Faces side by side with words, as a PNG picture: a basis, or originals beside reconstructions.
///
/// @param title one line above all; may be empty
/// @param columns a heading for each column; empty for none
/// @param rows from the top
/// @param footer one line below all; may be empty
/// @param scale how many pixels a pixel of a face becomes along each edge, 1 to 4
public record ContactSheet(
        String title, List<String> columns, List<Row> rows, String footer, int scale) {

    /// The footer where computed faces are shown.
    public static final String ESTIMATES =
            "Reconstructions are estimates computed from feature vectors. They are not"
                    + " photographs.";

    public ContactSheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        if (rows.isEmpty() || scale < 1 || scale > 4) {
            throw new IllegalArgumentException("a sheet has a row or more, and a scale of 1 to 4");
        }
    }

    /// One line of faces.
    ///
    /// @param label at the left; may be empty
    /// @param cells from the left
    public record Row(String label, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// One face.
    ///
    /// @param caption lines below it, shortened where they are too long; may be empty
    /// @param estimate whether it was computed and carries the mark ([EstimateMark]) below
    public record Cell(FaceImage face, List<String> caption, boolean estimate) {

        public Cell {
            caption = List.copyOf(caption);
        }

        /// A face without a mark.
        public Cell(FaceImage face, List<String> caption) {
            this(face, caption, false);
        }

        /// A computed face, which says so.
        public static Cell estimate(FaceImage face, List<String> caption) {
            return new Cell(face, caption, true);
        }
    }

    /// Faces one after the other, broken into lines.
    ///
    /// @param perRow faces in a line, 1 or more
    public static ContactSheet flow(
            String title, List<Cell> cells, int perRow, String footer, int scale) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < cells.size(); i += perRow) {
            rows.add(new Row("", cells.subList(i, Math.min(i + perRow, cells.size()))));
        }
        return new ContactSheet(title, List.of(), rows, footer, scale);
    }

    /// Writes the picture whole or not at all.
    public void write(Path png) throws WorkException, InterruptedException {
        byte[] bytes = png();
        WholeFile.write("write the contact sheet", png, bytes);
    }

    /// The picture as the bytes of a PNG file, whose texts say if there are estimates in it.
    public byte[] png() {
        var image = new SheetDrawing(this).image();
        return hasEstimates()
                ? PngTexts.of(
                        image,
                        new TreeMap<>(
                                Map.of(
                                        "Title", "Estimates of faces, not photographs",
                                        "Description", ESTIMATES,
                                        "Software", "Revisage")),
                        PngTexts.Source.COMPOSITE)
                : PngTexts.of(image, Map.of("Software", "Revisage"), PngTexts.Source.UNSAID);
    }

    private boolean hasEstimates() {
        return rows.stream().flatMap(r -> r.cells().stream()).anyMatch(Cell::estimate);
    }
}
