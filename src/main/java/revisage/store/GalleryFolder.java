package revisage.store;

import revisage.extract.JsonRefusedException;
import revisage.extract.ModelCard;
import revisage.extract.StrictJson;
import revisage.match.Gallery;
import revisage.match.GalleryException;
import revisage.vector.SafeTensors;
import revisage.vector.Tensor;
import revisage.vector.VectorSet;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Galleries on disk: a folder, written whole or not at all.
///
/// - `gallery.json`: what it was made with, how much is in it, checksums;
/// - `vectors.safetensors`: tensor `vectors`, `(n, d)`, mapped on reading;
/// - `faces.csv`: id, person, SHA-256 of the pixels, end of the small picture; a row a vector;
/// - `excluded.csv`: id, person, reason;
/// - `pictures.bin`: the small pictures back to back, if they were kept.
public final class GalleryFolder {

    /// Tells a gallery from other folders.
    public static final String JSON = "gallery.json";

    private static final int SCHEMA = 1;
    private static final String VECTORS = "vectors.safetensors";
    private static final String FACES = "faces.csv";
    private static final String EXCLUDED = "excluded.csv";
    private static final String PICTURES = "pictures.bin";

    private GalleryFolder() {}

    /// @param folder must not exist, or be empty
    public static void write(StoredGallery stored, Path folder)
            throws WorkException, InterruptedException {
        WholeFolder.write("write the gallery", folder, half -> fill(stored, folder, half));
    }

    private static void fill(StoredGallery stored, Path folder, Path half)
            throws IOException, WorkException, InterruptedException {
        VectorSet vectors = stored.gallery().vectors();
        SafeTensors.write(
                half.resolve(VECTORS), new TreeMap<>(), Map.of("vectors", Tensor.of(vectors)));
        GalleryTables.writeFaces(stored, half.resolve(FACES));
        GalleryTables.writeExcluded(stored.excluded(), half.resolve(EXCLUDED));
        if (stored.pictures().isPresent()) {
            Files.copy(stored.pictures().get().file(), half.resolve(PICTURES));
        }
        Path home = folder.toAbsolutePath().normalize();
        var file =
                new GalleryFile(
                        SCHEMA,
                        stored.gallery().size(),
                        stored.gallery().people().size(),
                        stored.excluded().size(),
                        stored.alignment(),
                        stored.extractor().map(e -> relative(home, e.toAbsolutePath().normalize())),
                        stored.gallery().card(),
                        Checksum.of(half.resolve(VECTORS)),
                        Checksum.of(half.resolve(FACES)),
                        stored.pictures().isPresent());
        Files.write(half.resolve(JSON), StrictJson.write(file));
    }

    private static String relative(Path home, Path extractor) {
        boolean sameDrive = home.getRoot() != null && home.getRoot().equals(extractor.getRoot());
        return (sameDrive ? home.relativize(extractor) : extractor).toString().replace('\\', '/');
    }

    /// Maps the vectors, reads the rest.
    ///
    /// @throws GalleryException if this is no gallery, one of a newer program, or damaged
    public static StoredGallery read(Path folder) throws WorkException, InterruptedException {
        GalleryFile file = readJson(folder);
        check(folder.resolve(VECTORS), file.vectorsChecksum());
        check(folder.resolve(FACES), file.facesChecksum());
        VectorSet vectors = vectors(folder, file);
        GalleryTables.Faces faces = GalleryTables.readFaces(folder.resolve(FACES));
        if (faces.ids().size() != vectors.count()) {
            throw damaged(
                    folder.resolve(FACES),
                    "has %d rows for %d vectors".formatted(faces.ids().size(), vectors.count()));
        }
        Optional<PictureStrip> pictures =
                file.pictures()
                        ? Optional.of(new PictureStrip(folder.resolve(PICTURES), faces.ends()))
                        : Optional.empty();
        try {
            return new StoredGallery(
                    new Gallery(
                            file.card(),
                            vectors.named(faces.ids(), faces.people()),
                            faces.pixels()),
                    file.extractor().map(e -> folder.toAbsolutePath().resolve(e).normalize()),
                    file.alignment(),
                    GalleryTables.readExcluded(folder.resolve(EXCLUDED)),
                    pictures);
        } catch (IllegalArgumentException e) {
            throw damaged(folder, "does not fit together: " + e.getMessage());
        }
    }

    private static GalleryFile readJson(Path folder) throws WorkException {
        Path json = folder.resolve(JSON);
        if (!Files.isRegularFile(json)) {
            throw new GalleryException(
                    "%s is no gallery: there is no %s in it.".formatted(folder, JSON),
                    "Name a folder that 'revisage enrol' wrote.");
        }
        try {
            byte[] bytes = Files.readAllBytes(json);
            int schema = StrictJson.schema(bytes, "gallery", json.toString()).orElse(SCHEMA);
            if (schema > SCHEMA) {
                throw new GalleryException(
                        "The gallery %s has schema %d, this program knows up to %d."
                                .formatted(folder, schema, SCHEMA),
                        "Use a newer version of the program, or enrol again with this one.");
            }
            return StrictJson.read(bytes, GalleryFile.class, "gallery", json.toString());
        } catch (JsonRefusedException e) {
            throw new GalleryException(String.valueOf(e.getMessage()), "Enrol again.", e);
        } catch (IOException e) {
            throw FileException.of("read the gallery", json, e);
        }
    }

    private static VectorSet vectors(Path folder, GalleryFile file) throws WorkException {
        Tensor tensor = SafeTensors.read(folder.resolve(VECTORS)).tensor("vectors");
        if (tensor.shape().size() != 2
                || tensor.shape().getLast() != file.card().dimension()
                || tensor.shape().getFirst() != file.faces()) {
            throw damaged(folder.resolve(VECTORS), "has the shape " + tensor.shape());
        }
        return tensor.toVectors();
    }

    private static void check(Path part, String expected)
            throws WorkException, InterruptedException {
        if (!Checksum.of(part).equals(expected)) {
            throw damaged(part, "is not the file that was written");
        }
    }

    private static GalleryException damaged(Path part, String how) {
        return new GalleryException("%s is damaged: it %s.".formatted(part, how), "Enrol again.");
    }

    /// `gallery.json`.
    ///
    /// @param schema version of this layout
    /// @param faces n
    /// @param people how many different
    /// @param excluded pictures that could not be used
    /// @param alignment how faces were cut out
    /// @param extractor the model file, from this folder; `/` between steps
    /// @param card of the extractor
    /// @param vectorsChecksum CRC-32C
    /// @param facesChecksum CRC-32C
    /// @param pictures whether small pictures were kept
    record GalleryFile(
            int schema,
            int faces,
            int people,
            int excluded,
            String alignment,
            Optional<String> extractor,
            ModelCard card,
            String vectorsChecksum,
            String facesChecksum,
            boolean pictures) {}
}
