package revisage.study;

import revisage.people.LabelledFolder;
import revisage.people.Portrait;
import revisage.store.Reconstruction;
import revisage.store.ReconstructionTable;
import revisage.store.StoreException;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Probes made in one way: a line of a figure.
///
/// @param method for the legend, for example `eigenfaces full-vector`, or `photos`
/// @param attacked SHA-256 of the extractor whose vectors were reconstructed; empty for photos
/// @param probes 1 or more
public record ProbeSet(String method, Optional<String> attacked, List<Probe> probes) {

    /// What photos are called in tables.
    public static final String PHOTOS = "photos";

    public ProbeSet {
        probes = List.copyOf(probes);
        if (probes.isEmpty()) {
            throw new IllegalArgumentException("no probes");
        }
    }

    /// Reads a folder of reconstructions (one set for each method and attacked extractor in its
    /// table) or a labelled folder of photos (one set).
    public static List<ProbeSet> in(Path folder) throws WorkException, InterruptedException {
        Path table = folder.resolve(ReconstructionTable.FILE);
        return Files.exists(table) ? reconstructions(folder, table) : List.of(photos(folder));
    }

    /// A labelled folder of photos.
    public static ProbeSet photos(Path folder) throws WorkException, InterruptedException {
        return photos(LabelledFolder.scan(folder).portraits());
    }

    /// Photos as they are.
    static ProbeSet photos(List<Portrait> portraits) {
        return new ProbeSet(
                PHOTOS,
                Optional.empty(),
                portraits.stream()
                        .map(p -> new Probe(p.id(), p.person(), p.file(), Optional.empty()))
                        .toList());
    }

    private static List<ProbeSet> reconstructions(Path folder, Path table) throws WorkException {
        record Line(String method, String attacked) {}
        Map<Line, List<Probe>> lines = new LinkedHashMap<>();
        for (Reconstruction row : ReconstructionTable.read(table)) {
            Path image = folder.resolve(row.image()).normalize();
            if (!image.startsWith(folder.normalize())) {
                throw new StoreException(
                        "%s names a picture outside its folder: %s.".formatted(table, row.image()),
                        "Use a folder that 'revisage reconstruct' wrote.");
            }
            var made = new Probe.Made(row.queries(), row.cosine());
            lines.computeIfAbsent(new Line(row.label(), row.extractor()), _ -> new ArrayList<>())
                    .add(new Probe(row.id(), row.person(), image, Optional.of(made)));
        }
        if (lines.isEmpty()) {
            throw new StoreException(
                    "%s has no row.".formatted(table), "Reconstruct some vectors first.");
        }
        return lines.entrySet().stream()
                .map(
                        l ->
                                new ProbeSet(
                                        l.getKey().method(),
                                        Optional.of(l.getKey().attacked()),
                                        l.getValue()))
                .toList();
    }
}
