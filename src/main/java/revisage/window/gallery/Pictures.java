package revisage.window.gallery;

import javafx.scene.image.Image;

import revisage.store.PictureStrip;
import revisage.store.StoredGallery;
import revisage.window.Jobs.Outcome;
import revisage.window.Workspace;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
    private static final int A_TURN = 16; // the screen hears of a turn's end once a frame

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
            List<Wish> turn = new ArrayList<>();
            while (turn.size() < A_TURN && !waiting.isEmpty()) {
                Wish wish = waiting.pop();
                Optional.ofNullable(kept.get(wish.row()))
                        .ifPresentOrElse(wish.got(), () -> turn.add(wish));
            }
            if (!turn.isEmpty()) {
                busy++;
                workspace
                        .jobs()
                        .light(
                                _ -> read(from, turn),
                                (Outcome<Map<Integer, Image>> outcome) -> {
                                    busy--;
                                    if (outcome
                                            instanceof Outcome.Done<Map<Integer, Image>>(var m)) {
                                        m.forEach(kept::put);
                                        turn.forEach(w -> give(w, m));
                                    }
                                    next(from);
                                });
            }
        }
    }

    private static Map<Integer, Image> read(PictureStrip from, List<Wish> turn)
            throws InterruptedException {
        Map<Integer, Image> read = new HashMap<>();
        for (Wish wish : turn) {
            Work.pausePoint();
            picture(from, wish.row())
                    .map(b -> new Image(new ByteArrayInputStream(b)))
                    .filter(i -> !i.isError())
                    .ifPresent(i -> read.put(wish.row(), i));
        }
        return read;
    }

    private static Optional<byte[]> picture(PictureStrip from, int row) {
        try {
            return Optional.of(from.picture(row));
        } catch (WorkException _) {
            return Optional.empty(); // the others of its turn are seen
        }
    }

    private static void give(Wish wish, Map<Integer, Image> read) {
        Optional.ofNullable(read.get(wish.row())).ifPresent(wish.got());
    }
}
