package revisage.lineup.design;

import revisage.face.EstimateMark;
import revisage.face.FaceImage;
import revisage.face.Photo;
import revisage.face.PhotoDecoder;
import revisage.lineup.LineupException;
import revisage.people.LabelledFolder;
import revisage.people.Portrait;
import revisage.store.GalleryFolder;
import revisage.store.PictureStrip;
import revisage.store.PlainPicture;
import revisage.store.StoredGallery;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The photos that people are picked among: those of a gallery, aligned as the matcher saw them, or
/// of a labelled folder, as they are.
public final class PhotoPool {

    private final Map<String, Shot> shots = new TreeMap<>();
    private final Map<String, List<String>> byPerson = new TreeMap<>();

    private interface Load {
        Photo photo() throws WorkException;
    }

    private record Shot(String person, String from, Load load) {}

    private PhotoPool() {}

    /// The photos of a gallery or of a labelled folder, whichever it is.
    public static PhotoPool of(Path folder, PhotoDecoder decoder)
            throws WorkException, InterruptedException {
        var pool = new PhotoPool();
        if (folder.resolve(GalleryFolder.JSON).toFile().isFile()) {
            pool.addGallery(folder);
        } else {
            for (Portrait p : LabelledFolder.scan(folder).portraits()) {
                pool.add(
                        p.id(),
                        new Shot(p.person(), p.file().toString(), () -> face(p.file(), decoder)));
            }
        }
        return pool;
    }

    private void addGallery(Path folder) throws WorkException, InterruptedException {
        StoredGallery stored = GalleryFolder.read(folder);
        Optional<PictureStrip> strip = stored.pictures();
        if (strip.isEmpty()) {
            throw new LineupException(
                    "The gallery %s was enrolled without its pictures.".formatted(folder),
                    "Name the labelled folder it was made from.");
        }
        for (int row = 0; row < stored.gallery().size(); row++) {
            int at = row;
            PictureStrip pictures = strip.get();
            add(
                    stored.gallery().id(row),
                    new Shot(
                            stored.gallery().person(row),
                            folder + ", picture " + row,
                            () -> PlainPicture.read(pictures.picture(at), pictures.file())));
        }
    }

    private void add(String id, Shot shot) {
        shots.put(id, shot);
        byPerson.computeIfAbsent(shot.person(), _ -> new ArrayList<>()).add(id);
    }

    /// A picture of a face as it is shown: without the strip that marks an estimate, which would
    /// tell it from photos; the words beside it say what it is.
    static Photo face(Path file, PhotoDecoder decoder) throws WorkException {
        Photo photo = decoder.decode(file);
        return EstimateMark.cut(photo).map(FaceImage::toPhoto).orElse(photo);
    }

    boolean has(String id) {
        return shots.containsKey(id);
    }

    /// Photos of a person, rising; none for a stranger.
    List<String> of(String person) {
        return byPerson.getOrDefault(person, List.of());
    }

    /// Everybody, in the order of their names.
    List<String> people() {
        return List.copyOf(byPerson.keySet());
    }

    Photo photo(String id) throws WorkException {
        return shot(id).load().photo();
    }

    /// Where it was copied from, for the key.
    String from(String id) {
        return shot(id).from();
    }

    private Shot shot(String id) {
        Shot shot = shots.get(id);
        if (shot == null) {
            throw new IllegalArgumentException("no photo of this id");
        }
        return shot;
    }
}
