package revisage.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.extract.StrictJson;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

class QuoteTest {

    private static List<String> faces(String kind, int count) {
        return IntStream.range(0, count).mapToObj(i -> kind + i).toList();
    }

    private static ServiceCard real(boolean azure) {
        ServiceCard c = FakeCloud.card(azure, false);
        return new ServiceCard(
                c.provider(),
                c.title(),
                c.account(),
                c.region(),
                new Endpoint(URI.create("https://cloud.example")),
                false,
                c.model(),
                c.percent(),
                100,
                c.largestBytes(),
                5,
                c.enrolCalls(),
                c.searchCalls(),
                4_096,
                c.trains());
    }

    private static Quote quote(boolean azure, int enrol, int ask, String whose) throws Exception {
        var plan =
                new CloudPlan(
                        real(azure),
                        "/job",
                        faces("e", enrol),
                        faces("a", ask),
                        enrol,
                        whose,
                        false,
                        5,
                        4);
        return Quote.of(plan, PriceTable.shipped());
    }

    @Test
    void theSeedStudysRunCostsWhatIsQuotedByHand() throws Exception {
        // 5,000 people and 4 methods of 500 probes: 5,000 + 2,000 images at 0.001, 5,000 faces
        // stored for a month at 0.00001.
        Quote quote = quote(false, 5_000, 2_000, "numbers");
        assertEquals(0, new BigDecimal("7.05").compareTo(quote.expectedCost()));
        // 5 calls that cost nothing; a fifth to spare, and four lists of two pages.
        assertEquals(7_005 + 1_401 + 8, quote.cap());
        assertEquals(0, new BigDecimal("8.459").compareTo(quote.highestCost()));
        assertEquals(Duration.ofMillis(7_005_000 / 4), quote.duration());
    }

    @Test
    void azurePaysTwiceForEachFace() throws Exception {
        Quote quote = quote(true, 100, 10, "numbers");
        assertEquals(100, quote.needed().get(Call.CREATE_PERSON));
        assertEquals(100, quote.needed().get(Call.ADD_FACE));
        assertEquals(10, quote.needed().get(Call.DETECT));
        assertEquals(10, quote.needed().get(Call.SEARCH));
        assertEquals(1, quote.needed().get(Call.TRAIN));
    }

    @Test
    void theDigestStandsForAllThatWasSeen() throws Exception {
        String digest = quote(false, 10, 10, "numbers").digest();
        assertEquals(digest, quote(false, 10, 10, "numbers").digest());
        assertNotEquals(digest, quote(false, 10, 10, "others").digest());
        assertNotEquals(digest, quote(false, 10, 11, "numbers").digest());
        assertNotEquals(digest, quote(true, 10, 10, "numbers").digest());
    }

    @Test
    void aDearerPriceTableIsAnotherQuote() throws Exception {
        Quote quote = quote(false, 10, 10, "numbers");
        String dearer =
                new String(PriceTable.shippedFile(), StandardCharsets.UTF_8)
                        .replace("\"SEARCH\": 0.001", "\"SEARCH\": 0.002");
        var table =
                StrictJson.read(
                        dearer.getBytes(StandardCharsets.UTF_8),
                        PriceTable.class,
                        "price table",
                        "test");
        assertNotEquals(quote.digest(), Quote.of(quote.plan(), table).digest());
    }

    @Test
    void nothingIsApprovedWithoutTheDigestOfThisVeryRun() throws Exception {
        Quote quote = quote(false, 10, 10, "numbers");
        assertThrows(
                CloudPlanException.class,
                () -> Approval.of(quote, new Approval.Confirmation("0123456789abcdef", "")));
        assertThrows(CloudPlanException.class, () -> Approval.ofSimulator(quote));
        Approval.of(quote, new Approval.Confirmation(quote.digest(), ""));
    }

    @Test
    void overAThousandFacesTheConfirmationIsTyped() throws Exception {
        assertFalse(quote(false, 900, 100, "numbers").mustBeTyped());
        Quote quote = quote(false, 900, 101, "numbers");
        assertTrue(quote.mustBeTyped());
        assertEquals("send 1001 faces for up to 1.22 USD", quote.phrase());
        assertThrows(
                CloudPlanException.class,
                () -> Approval.of(quote, new Approval.Confirmation(quote.digest(), "yes")));
        Approval.of(
                quote,
                new Approval.Confirmation(quote.digest(), " Send 1001 faces  for up to 1.22 USD "));
    }

    @Test
    void overTenDollarsTheConfirmationIsTyped() throws Exception {
        String dear =
                new String(PriceTable.shippedFile(), StandardCharsets.UTF_8)
                        .replace("\"SEARCH\": 0.001", "\"SEARCH\": 1");
        var table =
                StrictJson.read(
                        dear.getBytes(StandardCharsets.UTF_8),
                        PriceTable.class,
                        "price table",
                        "test");
        assertTrue(Quote.of(quote(false, 10, 10, "numbers").plan(), table).mustBeTyped());
    }

    @Test
    void galleriesOfTwoFoldersHaveTwoNames() throws Exception {
        CloudPlan plan = quote(false, 10, 10, "numbers").plan();
        var other =
                new CloudPlan(
                        plan.card(),
                        "/other",
                        plan.enrol(),
                        plan.ask(),
                        plan.people(),
                        plan.whose(),
                        false,
                        plan.most(),
                        plan.perSecond());
        assertNotEquals(plan.gallery(), other.gallery());
        assertTrue(plan.gallery().matches("[a-z0-9-]{3,48}"));
        assertTrue(plan.pseudonym("e1").matches("[a-z0-9]{1,64}"));
    }

    @Test
    void aRateAboveTheQuotaIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new CloudPlan(
                                real(false),
                                "/job",
                                faces("e", 1),
                                faces("a", 1),
                                1,
                                "numbers",
                                false,
                                5,
                                5.1));
    }
}
