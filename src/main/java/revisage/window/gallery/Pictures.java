package revisage.window.gallery;

import javafx.scene.image.Image;

import revisage.store.PictureStrip;
import revisage.store.StoredGallery;
import revisage.window.Jobs.Outcome;
import revisage.window.Workspace;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The small pictures of a gallery, read and decoded away from the screen, the newest kept. Touched
/// by the screen's thread only.
public final class Pictures {

    private static final int MOST = 1_500; // some 75 MB

    private final Workspace workspace;
    private final Optional<PictureStrip> strip;
    private final Map<Integer, Image> kept =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, Image> eldest) {
                    return size() > MOST;
                }
            };

    /// Of this gallery.
    public Pictures(Workspace workspace, StoredGallery gallery) {
        this.workspace = workspace;
        this.strip = gallery.pictures();
    }

    /// @param got on the screen's thread, at once if it is kept; never called for a picture that
    ///   cannot be read
    public void get(int row, Consumer<Image> got) {
        Optional<Image> there = Optional.ofNullable(kept.get(row));
        if (there.isPresent()) {
            got.accept(there.get());
            return;
        }
        strip.ifPresent(
                s ->
                        workspace
                                .jobs()
                                .light(
                                        _ -> new Image(new ByteArrayInputStream(s.picture(row))),
                                        (Outcome<Image> outcome) -> {
                                            if (outcome instanceof Outcome.Done<Image>(Image i)
                                                    && !i.isError()) {
                                                kept.put(row, i);
                                                got.accept(i);
                                            }
                                        }));
    }
}
