package revisage.window.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import revisage.match.Cards;
import revisage.match.Gallery;
import revisage.vector.VectorSet;
import revisage.window.gallery.PeopleSearch.Among;
import revisage.window.gallery.PeopleSearch.Found;

import java.util.List;
import java.util.Set;

class PeopleSearchTest {

    private final PeopleSearch search =
            new PeopleSearch(
                    new Gallery(
                            Cards.of("g", 2),
                            VectorSet.of(new float[10], 2)
                                    .named(
                                            List.of("a", "b", "c", "d", "e"),
                                            List.of("Ann_Lee", "Bea", "Ann_Lee", "Cy_Lee", "Dan")),
                            List.of("1", "2", "3", "4", "5")));

    private Found find(String question, Among among) {
        return search.find(question, among, () -> Set.of("Bea", "Cy_Lee"));
    }

    @Test
    void capitalsAndUnderscoresDoNotMatter() {
        var found = new Found(List.of(0, 2), 1);
        assertEquals(found, find("ann lee", Among.EVERYBODY));
        assertEquals(found, find(" N_L ", Among.EVERYBODY));
        assertEquals(new Found(List.of(), 0), find("ann  lee", Among.EVERYBODY));
    }

    @Test
    void anEmptyQuestionFindsEverybody() {
        assertEquals(new Found(List.of(0, 1, 2, 3, 4), 4), find("", Among.EVERYBODY));
    }

    @Test
    void thoseWhoseVectorsLeakedAreToldFromTheOthers() {
        assertEquals(new Found(List.of(1, 3), 2), find("", Among.LEAKED));
        assertEquals(new Found(List.of(0, 2, 4), 2), find("", Among.NOT_LEAKED));
        assertEquals(new Found(List.of(3), 1), find("lee", Among.LEAKED));
        assertEquals(new Found(List.of(0, 2), 1), find("", Among.SEVERAL));
    }
}
