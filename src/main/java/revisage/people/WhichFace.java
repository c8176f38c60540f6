package revisage.people;

import revisage.face.FoundFace;
import revisage.face.Photo;

import java.util.Comparator;
import java.util.List;

/// Which face is meant where a photo shows several.
public enum WhichFace {
    /// The one with the largest box.
    LARGEST,
    /// The one whose box has its middle nearest to the middle of the photo.
    MOST_CENTRAL;

    /// @param faces one or more
    /// @return ties go to the surer, then to the upper, then to the left one
    public FoundFace of(List<FoundFace> faces, Photo photo) {
        Comparator<FoundFace> order =
                switch (this) {
                    case LARGEST -> Comparator.comparingDouble(f -> -f.width() * f.height());
                    case MOST_CENTRAL ->
                            Comparator.comparingDouble(f -> distanceFromMiddle(f, photo));
                };
        return faces.stream()
                .min(
                        order.thenComparingDouble(f -> -f.score())
                                .thenComparingDouble(FoundFace::y)
                                .thenComparingDouble(FoundFace::x))
                .orElseThrow(() -> new IllegalArgumentException("no face to choose from"));
    }

    private static double distanceFromMiddle(FoundFace face, Photo photo) {
        return Math.hypot(
                face.x() + face.width() / 2 - photo.width() / 2.0,
                face.y() + face.height() / 2 - photo.height() / 2.0);
    }
}
