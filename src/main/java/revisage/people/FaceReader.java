package revisage.people;

import revisage.face.Alignment;
import revisage.face.EstimateMark;
import revisage.face.FaceFinder;
import revisage.face.FaceImage;
import revisage.face.FoundFace;
import revisage.face.Photo;
import revisage.face.PhotoDecoder;
import revisage.face.PhotoException;
import revisage.face.Point;
import revisage.face.SimilarityTransform;
import revisage.work.FileException;
import revisage.work.Sha256;
import revisage.work.Work;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads portraits as aligned faces, on several threads ahead of the caller.
///
/// A picture of 112x112 pixels is taken as aligned already, and so is a marked estimate
/// ([EstimateMark]), whose strip is cut off. Any other is searched for faces, and one of them is
/// aligned. What cannot be used is told with its reason; nothing is left out in silence.
public final class FaceReader {

    /// A picture with a shorter edge holds no face that is worth finding. Pixels.
    private static final int SMALLEST = 20;

    /// Places a side at which the aligned picture is asked whether the photo reaches there.
    private static final int GRID = 28;

    private final PhotoDecoder decoder;
    private final Optional<FaceFinder> finder;
    private final WhichFace which;
    private final int threads;

    /// One thread a core. The decoder and the finder stay open; the caller closes them.
    public FaceReader(PhotoDecoder decoder, Optional<FaceFinder> finder, WhichFace which) {
        this(decoder, finder, which, Runtime.getRuntime().availableProcessors());
    }

    /// @param threads 1 or more
    public FaceReader(
            PhotoDecoder decoder, Optional<FaceFinder> finder, WhichFace which, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be 1 or more, got " + threads);
        }
        this.decoder = decoder;
        this.finder = finder;
        this.which = which;
        this.threads = threads;
    }

    /// Begins to read ahead. The caller closes the stream.
    public FaceStream open(List<Portrait> portraits) {
        return new FaceStream(List.copyOf(portraits), this::read, threads);
    }

    /// Reads all and hands each result over, in the order of the portraits.
    public void readAll(List<Portrait> portraits, Taker taker)
            throws WorkException, InterruptedException {
        try (FaceStream stream = open(portraits)) {
            for (var result = stream.next(); result.isPresent(); result = stream.next()) {
                taker.take(result.get());
            }
        }
    }

    /// Reads one on the calling thread.
    ///
    /// @throws WorkException if the fault does not lie with this one picture
    public FaceResult read(Portrait portrait) throws WorkException, InterruptedException {
        try {
            Photo photo = decoder.decode(portrait.file());
            Work.pausePoint();
            return of(portrait, photo);
        } catch (PhotoException | FileException e) {
            return new FaceResult.Excluded(portrait, String.valueOf(e.getMessage()));
        }
    }

    private FaceResult of(Portrait portrait, Photo photo)
            throws WorkException, InterruptedException {
        if (photo.width() == FaceImage.SIDE && photo.height() == FaceImage.SIDE) {
            return usable(portrait, new FaceImage(photo.toRgb()), List.of());
        }
        Optional<FaceImage> estimate = EstimateMark.cut(photo);
        if (estimate.isPresent()) {
            return usable(portrait, estimate.get(), List.of("an estimate; its mark was cut off"));
        }
        String size = photo.width() + "x" + photo.height();
        if (Math.min(photo.width(), photo.height()) < SMALLEST) {
            return new FaceResult.Excluded(portrait, "too small: %s pixels".formatted(size));
        }
        if (finder.isEmpty()) {
            return new FaceResult.Excluded(
                    portrait, "not 112x112 and no face finder named: %s pixels".formatted(size));
        }
        List<FoundFace> faces = finder.get().find(photo);
        Work.pausePoint();
        if (faces.isEmpty()) {
            return new FaceResult.Excluded(portrait, "no face found");
        }
        FoundFace face = which.of(faces, photo);
        return usable(
                portrait,
                finder.get().align(photo, face.points()),
                notes(face, faces.size(), photo));
    }

    private List<String> notes(FoundFace face, int count, Photo photo) throws PhotoException {
        var notes = new ArrayList<String>();
        if (count > 1) {
            String taken =
                    switch (which) {
                        case LARGEST -> "the largest";
                        case MOST_CENTRAL -> "the most central";
                    };
            notes.add("%d faces, %s was taken".formatted(count, taken));
        }
        int outside = percentOutside(face, photo);
        if (outside > 0) {
            notes.add(
                    "%d %% of the aligned picture lies outside of the photo and is black"
                            .formatted(outside));
        }
        return notes;
    }

    private static int percentOutside(FoundFace face, Photo photo) throws PhotoException {
        SimilarityTransform back = Alignment.toTemplate(face.points()).inverse();
        double step = (double) FaceImage.SIDE / GRID;
        int outside = 0;
        for (int y = 0; y < GRID; y++) {
            for (int x = 0; x < GRID; x++) {
                Point p = back.apply(new Point((x + 0.5) * step, (y + 0.5) * step));
                boolean inside =
                        p.x() >= 0 && p.y() >= 0 && p.x() < photo.width() && p.y() < photo.height();
                outside += inside ? 0 : 1;
            }
        }
        return 100 * outside / (GRID * GRID);
    }

    private static FaceResult usable(Portrait portrait, FaceImage face, List<String> notes) {
        return new FaceResult.Usable(portrait, face, Sha256.of(face.toRgb()), notes);
    }

    /// Gets the results.
    @FunctionalInterface
    public interface Taker {

        /// Called on the thread of [FaceReader#readAll], in order; it may block.
        void take(FaceResult result) throws WorkException, InterruptedException;
    }
}
