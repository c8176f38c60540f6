package revisage.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class MatcherNamesTest {

    @Test
    void galleriesOfOneExtractorAreToldApart() {
        List<String> names =
                MatcherNames.of(
                        List.of(
                                note("res", 400),
                                note("efficient", 1_400),
                                note("efficient", 100),
                                note("efficient", 100)));

        assertEquals(
                List.of(
                        "res",
                        "efficient, 1,400 people",
                        "efficient, 100 people",
                        "efficient, 100 people (2)"),
                names);
    }

    @Test
    void extractorsOfOneNameAreToldApartByTheirHashes() {
        var small = new SweepReport.GalleryNote("res", "aaaa11", "CPU", "", 100, 100, 0);
        var large = new SweepReport.GalleryNote("res", "bbbb22", "CPU", "", 100, 100, 0);
        assertEquals(List.of("res (aaaa)", "res (bbbb)"), MatcherNames.of(List.of(small, large)));
    }

    private static SweepReport.GalleryNote note(String extractor, int people) {
        return new SweepReport.GalleryNote(
                extractor, "of " + extractor, "CPU", "", people, people, 0);
    }
}
