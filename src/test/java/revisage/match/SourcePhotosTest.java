package revisage.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import revisage.match.SourcePhotos.Found;
import revisage.match.SourcePhotos.Source;
import revisage.vector.VectorSet;

import java.util.List;
import java.util.Optional;

class SourcePhotosTest {

    /// Ann has three photos, the second nearly the first; Bob's first has the pixels of Ann's
    /// third.
    private static final Gallery GALLERY =
            new Gallery(
                    Cards.of("a", 2),
                    VectorSet.of(new float[] {1, 0, 1, 0.1f, 0, 1, 0, 2, 1, 0}, 2)
                            .named(
                                    List.of(
                                            "Ann/1.jpg",
                                            "Ann/2.jpg",
                                            "Ann/3.jpg",
                                            "Bob/1.jpg",
                                            "Bob/2.jpg"),
                                    List.of("Ann", "Ann", "Ann", "Bob", "Bob")),
                    List.of("p1", "p2", "p3", "p3", "p5"));

    private static final SourcePhotos PHOTOS =
            new SourcePhotos(GALLERY, new CosineSearch(GALLERY.vectors(), new PlainProducts()));

    @Test
    void theSourceAndAlmostEqualPhotosOfThePersonAreFound() {
        assertEquals(found(0, 0, 1), PHOTOS.find(new Source("Ann/1.jpg", "Ann", Optional.empty())));
    }

    @Test
    void equalPixelsAreFoundUnderAnyPerson() {
        assertEquals(found(2, 2, 3), PHOTOS.find(new Source("Ann/3.jpg", "Ann", Optional.empty())));
    }

    @Test
    void aPhotoOfAnotherPersonIsNoDuplicateHoweverAlike() {
        assertEquals(found(4, 4), PHOTOS.find(new Source("Bob/2.jpg", "Bob", Optional.empty())));
    }

    @Test
    void anIdThatBeginsElsewhereIsFoundByItsFileName() {
        assertEquals(
                found(0, 0, 1), PHOTOS.find(new Source("lfw/Ann/1.jpg", "Ann", Optional.empty())));
    }

    @Test
    void anEqualIdOfAnotherPersonIsAnAccidentButAnUnlabelledOneIsTheSource() {
        assertEquals(
                new Found(Optional.empty(), List.of()),
                PHOTOS.find(new Source("Bob/2.jpg", "Cem", Optional.empty())));
        assertEquals(found(4, 4), PHOTOS.find(new Source("Bob/2.jpg", "", Optional.empty())));
    }

    @Test
    void aRenamedPhotoIsFoundByItsPixels() {
        assertEquals(found(4, 4), PHOTOS.find(new Source("x.png", "Bob", Optional.of("p5"))));
    }

    @Test
    void aPhotoThatIsNotEnrolledLeavesNothingOut() {
        assertEquals(
                new Found(Optional.empty(), List.of()),
                PHOTOS.find(new Source("Ann/9.jpg", "Ann", Optional.of("p9"))));
    }

    private static Found found(int source, Integer... alike) {
        return new Found(Optional.of(source), List.of(alike));
    }
}
