package revisage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.cloud.Call;
import revisage.cloud.CloudChoice;
import revisage.cloud.CloudService;
import revisage.cloud.Clouds;
import revisage.cloud.Endpoint;
import revisage.cloud.FakeCloud;
import revisage.cloud.FakeCloud.Blow;
import revisage.cloud.ServiceCard;
import revisage.store.InMemory;
import revisage.study.CloudedEngines;
import revisage.study.FakeEngines;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class CloudVerbsTest {

    @TempDir(factory = InMemory.class)
    Path folder;

    private final FakeCloud.World world = new FakeCloud.World();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void people() throws Exception {
        for (int person = 0; person < 6; person++) {
            for (String where : List.of("people", "probes")) {
                Path own =
                        Files.createDirectories(
                                folder.resolve(where)
                                        .resolve(String.format(Locale.ROOT, "p%d", person)));
                FakeEngines.paint(
                        own.resolve(where + ".png"), person, where.equals("people") ? 1 : 2, 0.2);
            }
        }
    }

    /// A service that is no simulator.
    private static ServiceCard real() {
        return new ServiceCard(
                "rekognition",
                "Amazon Rekognition",
                "profile test",
                "nowhere",
                new Endpoint(URI.create("https://rekognition.example")),
                false,
                "7",
                true,
                100,
                1_000_000,
                1e6,
                List.of(Call.ADD_FACE),
                List.of(Call.SEARCH),
                100,
                false);
    }

    private int run(FakeCloud.Fate fate, String... arguments) {
        Clouds clouds =
                new Clouds() {
                    @Override
                    public List<String> providers() {
                        return List.of("rekognition");
                    }

                    @Override
                    public CloudService open(CloudChoice choice) {
                        return new FakeCloud(world, real(), fate);
                    }
                };
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandLineProgram(
                        new CloudedEngines(new FakeEngines(), clouds),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true))
                .run(arguments);
    }

    private String[] match(String... more) {
        var all =
                new ArrayList<>(
                        List.of(
                                "cloud",
                                "match",
                                "--service",
                                "rekognition",
                                "--images",
                                folder.resolve("people").toString(),
                                "--probes",
                                folder.resolve("probes").toString(),
                                "--out",
                                folder.resolve("job").toString(),
                                "--whose",
                                "coloured squares",
                                "--quiet"));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    private static FakeCloud.Fate calm() {
        return FakeCloud.script();
    }

    private String code() throws Exception {
        assertEquals(0, run(calm(), match("--dry-run", "--json")), err.toString());
        return new ObjectMapper().readTree(out.toString()).path("code").asText();
    }

    @Test
    void aDryRunShowsEverythingAndSendsNothing() throws Exception {
        assertEquals(0, run(calm(), match("--dry-run")), err.toString());
        String told = out.toString();
        for (String fact :
                List.of(
                        "profile test",
                        "nowhere",
                        "https://rekognition.example",
                        "6 faces of 6 people",
                        "coloured squares",
                        "opt-out",
                        "2026-10-07",
                        "at most",
                        "--confirm")) {
            assertTrue(told.contains(fact), fact + " in " + told);
        }
        assertTrue(Files.exists(folder.resolve("job/faces.png")));
        assertEquals(List.of(), world.requests);
    }

    @Test
    void withoutConfirmationNothingIsSentAndStdoutStaysEmpty() {
        assertEquals(2, run(calm(), match()));
        assertEquals("", out.toString());
        assertTrue(err.toString().contains("quote.txt"), err.toString());
        assertEquals(2, run(calm(), match("--confirm", "0123456789abcdef")));
        assertEquals(List.of(), world.requests);
    }

    @Test
    void aConfirmedRunIsCountedAndAnswersAreReplayedWithoutAnAccount() throws Exception {
        assertEquals(0, run(calm(), match("--confirm", code(), "--json")), err.toString());
        String first = out.toString();
        int sent = world.requests.size();
        assertTrue(sent > 12, "calls " + sent);
        assertFalse(first.contains("simulated"));
        Path answers = folder.resolve("job/answers.json");
        assertEquals(0, run(calm(), match("--replay", answers.toString(), "--json")));
        assertEquals(first, out.toString());
        assertEquals(sent, world.requests.size());
        assertEquals(0, run(calm(), "cloud", "status", folder.resolve("job").toString(), "--json"));
        assertTrue(out.toString().contains("\"deleted\""), out.toString());
    }

    private String[] beside(String verb, String out, String... more) {
        var all =
                new ArrayList<>(
                        List.of(
                                verb,
                                "--images",
                                folder.resolve("probes").toString(),
                                "--people",
                                folder.resolve("people").toString(),
                                "--out",
                                folder.resolve(out).toString(),
                                "--quiet"));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    private String[] asking(String... more) {
        var all = new ArrayList<>(List.of("--cloud", "rekognition", "--whose", "squares"));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    @Test
    void matchAsksACloudInPlaceOfAGalleryAndCountsItsKeptAnswersAgain() throws Exception {
        assertEquals(2, run(calm(), beside("match", "m.csv", asking("-k", "5"))));
        assertEquals(List.of(), world.requests);
        assertEquals(
                0, run(calm(), beside("match", "m.csv", asking("-k", "5", "--dry-run", "--json"))));
        String code = new ObjectMapper().readTree(out.toString()).path("code").asText();
        assertEquals(
                0,
                run(calm(), beside("match", "m.csv", asking("-k", "5", "--confirm", code))),
                err.toString());
        String table = Files.readString(folder.resolve("m.csv"));
        assertTrue(table.startsWith("probe_id,probe_person,rank"), table);
        assertTrue(table.lines().skip(1).allMatch(l -> l.endsWith(",Amazon Rekognition")), table);
        assertTrue(out.toString().contains("under Amazon Rekognition, type-II"), out.toString());
        int sent = world.requests.size();
        String answers = folder.resolve("m.csv.cloud/answers.json").toString();
        assertEquals(0, run(calm(), beside("match", "n.csv", "--replay", answers, "-k", "5")));
        assertEquals(table, Files.readString(folder.resolve("n.csv")));
        assertEquals(sent, world.requests.size());
    }

    @Test
    void sweepDrawsACloudsLineFromItsAnswers() throws Exception {
        String[] asked = asking("--k", "1,2", "--n", "3");
        assertEquals(2, run(calm(), beside("sweep", "s", asked)));
        assertEquals(List.of(), world.requests);
        String[] shown = asking("--k", "1,2", "--n", "3", "--dry-run", "--json");
        assertEquals(0, run(calm(), beside("sweep", "s", shown)), err.toString());
        String code = new ObjectMapper().readTree(out.toString()).path("code").asText();
        String[] confirmed = asking("--k", "1,2", "--n", "3", "--confirm", code, "--json");
        assertEquals(0, run(calm(), beside("sweep", "s", confirmed)), err.toString());
        var line = new ObjectMapper().readTree(out.toString()).path("lines").path(0);
        assertEquals("Amazon Rekognition", line.path("matcher").asText());
        assertEquals(6, line.path("probes").asInt());
        assertTrue(Files.exists(folder.resolve("s/rates-over-k.svg")));
        String first = Files.readString(folder.resolve("s/rates.csv"));
        String answers = folder.resolve("s/cloud/answers.json").toString();
        int sent = world.requests.size();
        assertEquals(
                0,
                run(calm(), beside("sweep", "t", "--replay", answers, "--k", "1,2", "--n", "3")));
        assertEquals(first, Files.readString(folder.resolve("t/rates.csv")));
        assertEquals(sent, world.requests.size());
    }

    /// The probes of four of the six are asked for, two answers each: those end before the right
    /// person.
    @Test
    void aSweepOfShortAnswersDrawsAtTheKThatAllLinesHave() throws Exception {
        String[] two = match("--k", "1,2", "--dry-run", "--json");
        assertEquals(0, run(calm(), two), err.toString());
        String code = new ObjectMapper().readTree(out.toString()).path("code").asText();
        assertEquals(0, run(calm(), match("--k", "1,2", "--confirm", code)), err.toString());
        Path model = Files.writeString(folder.resolve("f.onnx"), "f");
        String gallery = folder.resolve("g").toString();
        String people = folder.resolve("people").toString();
        String[] enrol = {
            "enrol", "--extractor", model.toString(), "--images", people, "--out", gallery
        };
        assertEquals(0, run(calm(), enrol), err.toString());
        String answers = folder.resolve("job/answers.json").toString();
        String[] replayed = beside("sweep", "s", "--replay", answers, "--gallery", gallery);
        assertEquals(0, run(calm(), replayed), err.toString());
        assertTrue(out.toString().contains("2 answers to a face"), out.toString());
        for (String figure : List.of("rates-over-k", "rates-over-n")) {
            String drawn = Files.readString(folder.resolve("s/" + figure + ".csv"));
            assertTrue(drawn.contains("under Amazon Rekognition"), drawn);
            assertTrue(drawn.contains("under f.onnx"), drawn);
        }
        // Beside the cloud's one K, the gallery's own figures have all of them.
        assertEquals(List.of(1), ks("Amazon-Rekognition"));
        assertEquals(List.of(5, 10, 15, 20, 25, 30, 35, 40), ks("f.onnx"));
    }

    /// K of the figure over K of one matcher alone, from its table.
    private List<Integer> ks(String matcher) throws Exception {
        return Files.readString(folder.resolve("s/rates-over-k-" + matcher + ".csv"))
                .lines()
                .filter(l -> l.contains(",data,"))
                .map(l -> Integer.valueOf(l.split(",", -1)[2]))
                .distinct()
                .toList();
    }

    @Test
    void aGalleryOrACloudMustBeNamedAndAnUnreadableGalleryIsToldBeforeTheCloudIsAsked() {
        assertEquals(2, run(calm(), beside("match", "m.csv")));
        assertTrue(err.toString().contains("--gallery, --cloud and --replay"), err.toString());
        assertEquals(2, run(calm(), beside("sweep", "s")));
        String none = folder.resolve("none").toString();
        assertEquals(2, run(calm(), beside("sweep", "s", asking("--gallery", none))));
        assertTrue(err.toString().contains("gallery"), err.toString());
        assertFalse(Files.exists(folder.resolve("s/cloud/quote.txt")));
    }

    @Test
    void moreSpareCallsAreAnotherQuoteWithAHigherCap() throws Exception {
        String code = code();
        assertEquals(0, run(calm(), match("--dry-run", "--json", "--spare", "10")));
        var quote = new ObjectMapper().readTree(out.toString());
        assertFalse(quote.path("code").asText().equals(code));
        long needed = quote.path("cap").asLong() - quote.path("spare").asLong();
        assertTrue(quote.path("spare").asLong() >= 10 * needed, out.toString());
        assertEquals(0, run(calm(), match("--dry-run", "--spare", "10")));
        assertTrue(out.toString().contains("--spare"), out.toString());
        assertEquals(2, run(calm(), match("--dry-run", "--spare", "-1")));
        assertTrue(err.toString().contains("0 to 10"), err.toString());
    }

    @Test
    void aRunWithExpiredCredentialsEndsWithASentenceAndIsCleanedUp() throws Exception {
        String code = code();
        var expired = FakeCloud.script(Blow.NONE, Blow.NONE, Blow.NONE, Blow.EXPIRED);
        assertEquals(2, run(expired, match("--confirm", code)));
        assertTrue(err.toString().contains("expired"), err.toString());
        assertEquals(0, run(calm(), "cloud", "delete", folder.resolve("job").toString()));
        assertTrue(out.toString().contains("deleted and seen to be gone"), out.toString());
        assertTrue(world.galleries().isEmpty());
    }

    @Test
    void whoseThePicturesAreMustBeSaid() {
        String[] all = match();
        all[11] = "--seed";
        all[12] = "1";
        assertEquals(2, run(calm(), all));
        assertTrue(err.toString().contains("--whose"), err.toString());
    }

    @Test
    void thePriceTableIsPrintedAndAnEditedOneIsAnotherQuote() throws Exception {
        String code = code();
        assertEquals(0, run(calm(), "cloud", "prices"));
        Path prices = folder.resolve("prices.json");
        Files.writeString(prices, out.toString().replace("\"SEARCH\": 0.001", "\"SEARCH\": 0.5"));
        assertEquals(2, run(calm(), match("--prices", prices.toString(), "--confirm", code)));
        assertTrue(err.toString().contains("is not this run"), err.toString());
    }
}
