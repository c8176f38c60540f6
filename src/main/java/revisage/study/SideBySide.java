package revisage.study;

import revisage.face.FaceImage;
import revisage.people.FaceReader;
import revisage.people.FaceResult;
import revisage.people.LabelledFolder;
import revisage.people.Portrait;
import revisage.store.ContactSheet;
import revisage.store.EstimatePng;
import revisage.store.Reconstruction;
import revisage.store.ReconstructionTable;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Originals above their reconstructions, for a person to judge.
///
/// @param folder of reconstructions
/// @param originals the labelled folder that the vectors were made from: ids are its paths
/// @param reader opens the originals
/// @param most targets, 1 or more
public record SideBySide(Path folder, Path originals, FaceReader reader, int most) {

    private static final int A_ROW = 8;

    /// As many as [#of(Path, Path, FaceReader)] shows.
    public static final int ON_A_SHEET = 48;

    /// As many as one sheet holds.
    public static SideBySide of(Path folder, Path originals, FaceReader reader) {
        return new SideBySide(folder, originals, reader, ON_A_SHEET);
    }

    /// The picture; where an original cannot be found or used, the estimate stands twice and says
    /// so.
    public ContactSheet sheet() throws WorkException, InterruptedException {
        List<Reconstruction> all =
                ReconstructionTable.read(folder.resolve(ReconstructionTable.FILE));
        List<Reconstruction> shown = all.subList(0, Math.min(most, all.size()));
        Map<String, Portrait> byId =
                LabelledFolder.scan(originals).portraits().stream()
                        .collect(Collectors.toMap(Portrait::id, Function.identity()));
        var rows = new ArrayList<ContactSheet.Row>();
        for (int from = 0; from < shown.size(); from += A_ROW) {
            var above = new ArrayList<ContactSheet.Cell>();
            var below = new ArrayList<ContactSheet.Cell>();
            for (Reconstruction row : shown.subList(from, Math.min(shown.size(), from + A_ROW))) {
                FaceImage face = EstimatePng.read(folder.resolve(row.image())).face();
                above.add(original(Optional.ofNullable(byId.get(row.id())), face));
                below.add(ContactSheet.Cell.estimate(face, List.of(caption(row))));
            }
            rows.add(new ContactSheet.Row("photo", above));
            rows.add(new ContactSheet.Row("estimate", below));
        }
        return new ContactSheet(title(all), List.of(), rows, foot(all), 1);
    }

    private ContactSheet.Cell original(Optional<Portrait> portrait, FaceImage estimate)
            throws WorkException, InterruptedException {
        if (portrait.isPresent()
                && reader.read(portrait.get()) instanceof FaceResult.Usable usable) {
            return new ContactSheet.Cell(usable.face(), List.of());
        }
        return ContactSheet.Cell.estimate(estimate, List.of("no photo: the estimate again"));
    }

    private static String caption(Reconstruction row) {
        return String.format(Locale.ROOT, "%.2f, %,d queries", row.cosine(), row.queries());
    }

    private String foot(List<Reconstruction> rows) throws WorkException {
        if (rows.isEmpty()) {
            return ContactSheet.ESTIMATES;
        }
        String sha256 = rows.getFirst().extractor();
        Path settings = folder.resolve(ReconstructionSettings.FILE);
        String name =
                Files.exists(settings) ? ReconstructionSettings.read(settings).extractor() : "";
        return "%s Attacked: %s (SHA-256 %s)."
                .formatted(
                        ContactSheet.ESTIMATES,
                        name.isEmpty() ? "an extractor" : name,
                        sha256.substring(0, Math.min(12, sha256.length())));
    }

    private static String title(List<Reconstruction> rows) {
        double cosine = rows.stream().mapToDouble(Reconstruction::cosine).average().orElse(0);
        double queries = rows.stream().mapToLong(Reconstruction::queries).average().orElse(0);
        return String.format(
                Locale.ROOT,
                "%s: %,d targets, mean cosine %.2f, %,.0f queries each",
                rows.isEmpty() ? "" : rows.getFirst().label(),
                rows.size(),
                cosine,
                queries);
    }
}
