package revisage.window.gallery;

import javafx.scene.image.Image;

import revisage.store.PictureStrip;
import revisage.store.StoredGallery;
import revisage.window.Jobs.Outcome;
import revisage.window.Workspace;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The small pictures of a gallery, read and decoded away from the screen, the newest kept. What
/// was asked for last comes first, and what was asked for long ago not at all: it has been scrolled
/// past. Touched by the screen's thread only.
public final class Pictures {

    private static final int MOST_KEPT = 1_500; // some 75 MB
    private static final int MOST_WAITING = 400; // more than any screen shows
    private static final int AT_ONCE = 2;

    private final Workspace workspace;
    private final Optional<PictureStrip> strip;
    private final Deque<Wish> waiting = new ArrayDeque<>();
    private int busy;
    private final Map<Integer, Image> kept =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, Image> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    private record Wish(int row, Consumer<Image> got) {}

    /// Of this gallery.
    public Pictures(Workspace workspace, StoredGallery gallery) {
        this.workspace = workspace;
        this.strip = gallery.pictures();
    }

    /// @param got on the screen's thread, at once if it is kept; never called for a picture that
    ///   cannot be read, or that was asked for long ago
    public void get(int row, Consumer<Image> got) {
        Optional<Image> there = Optional.ofNullable(kept.get(row));
        if (there.isPresent()) {
            got.accept(there.get());
        } else if (strip.isPresent()) {
            waiting.push(new Wish(row, got));
            if (waiting.size() > MOST_WAITING) {
                waiting.removeLast();
            }
            next(strip.get());
        }
    }

    private void next(PictureStrip from) {
        while (busy < AT_ONCE && !waiting.isEmpty()) {
            Wish wish = waiting.pop();
            Optional<Image> there = Optional.ofNullable(kept.get(wish.row()));
            if (there.isPresent()) {
                wish.got().accept(there.get());
                continue;
            }
            busy++;
            workspace
                    .jobs()
                    .light(
                            _ -> new Image(new ByteArrayInputStream(from.picture(wish.row()))),
                            (Outcome<Image> outcome) -> {
                                busy--;
                                if (outcome instanceof Outcome.Done<Image>(Image i)
                                        && !i.isError()) {
                                    kept.put(wish.row(), i);
                                    wish.got().accept(i);
                                }
                                next(from);
                            });
        }
    }
}
