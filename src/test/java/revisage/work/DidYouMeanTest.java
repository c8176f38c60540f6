package revisage.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class DidYouMeanTest {

    private static final List<String> KNOWN = List.of("seed", "targets", "extractors", "matchers");

    @Test
    void aSwappedAMissingAndAnOtherCaseLetterAreSeenThrough() {
        assertEquals(" Did you mean 'targets'?", DidYouMean.among(KNOWN, "tragets"));
        assertEquals(" Did you mean 'extractors'?", DidYouMean.among(KNOWN, "extractor"));
        assertEquals(" Did you mean 'seed'?", DidYouMean.among(KNOWN, "SEED"));
    }

    @Test
    void nothingIsGuessedFromNothingAlike() {
        assertEquals("", DidYouMean.among(KNOWN, "quux"));
        assertEquals("", DidYouMean.among(List.of(), "seed"));
    }
}
