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

    private static SweepReport.GalleryNote note(String extractor, int people) {
        return new SweepReport.GalleryNote(extractor, "00", "CPU", "", people, people, 0);
    }
}
