package revisage.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.extract.DeviceChoice;
import revisage.match.CosineSearch;
import revisage.match.Gallery;
import revisage.match.GalleryException;
import revisage.measure.Counting;
import revisage.people.LabelledFolder;
import revisage.store.GalleryFolder;
import revisage.store.Reconstruction;
import revisage.store.ReconstructionTable;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// 20 people of 3 photos and 4 of one are enrolled; the noise makes some of them hard to tell.
class SweepTest {

    private static final int PEOPLE = 20;
    private static final FakeEngines ENGINES = new FakeEngines();

    @TempDir static Path dir;

    @BeforeAll
    static void enrol() throws Exception {
        Files.writeString(dir.resolve("f.onnx"), "f");
        for (int p = 0; p < PEOPLE + 4; p++) {
            for (int i = 0; i < (p < PEOPLE ? 3 : 1); i++) {
                FakeEngines.paint(dir.resolve("faces").resolve(id(p, i)), p, i, 0.7);
            }
        }
        var rows = new ArrayList<Reconstruction>();
        for (int p = 0; p < PEOPLE + 6; p++) {
            FakeEngines.paint(dir.resolve("again/%d.png".formatted(p)), p, 7, 0.6);
            rows.add(
                    new Reconstruction(
                            id(p, 0),
                            person(p),
                            p + ".png",
                            "eigenfaces",
                            "score",
                            100,
                            0.9,
                            1,
                            1,
                            Sha256.of("g".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        }
        ReconstructionTable.write(rows, dir.resolve("again/reconstructions.csv"));
        enrol(dir.resolve("f.onnx"), dir.resolve("gallery"));
    }

    private static void enrol(Path onnx, Path gallery) throws Exception {
        LabelledFolder people = LabelledFolder.scan(dir.resolve("faces"));
        GalleryMaking.usual(ENGINES, people, FaceCutting.ALIGNED, onnx, gallery).run(_ -> {});
    }

    private static String person(int p) {
        return "p%02d".formatted(p);
    }

    private static String id(int p, int i) {
        return "%s/%d.png".formatted(person(p), i);
    }

    @Test
    void theRatesAreThoseOfASlowCount() throws Exception {
        SweepLine line = sweep("again", SweepPlan.USUAL).lines().getFirst();
        assertEquals(PEOPLE, line.probes());
        assertEquals(4, line.withoutOtherPhoto());
        assertEquals(2, line.strangers());
        assertEquals(PEOPLE + 4, line.sourcesFound());
        List<Integer> ranks = slowRanks();
        for (int k : List.of(1, 5, 10)) {
            double expected = ranks.stream().filter(r -> r <= k).count() / (double) PEOPLE;
            SweepLine.Cell cell = whole(line, k, Counting.PICTURES);
            assertEquals(expected, cell.tpr(), 1e-12);
            assertEquals(1, cell.tpr() + cell.fpr() + cell.noMatch(), 1e-12);
            assertTrue(cell.low() <= cell.tpr() && cell.tpr() <= cell.high());
        }
        double first = whole(line, 1, Counting.PICTURES).tpr();
        assertTrue(
                first > 0.1 && first < 0.95, "the task is neither hopeless nor trivial: " + first);
    }

    /// Rank of the first other photo of the person, the source photo left out.
    private static List<Integer> slowRanks() throws WorkException, InterruptedException {
        Gallery gallery = GalleryFolder.read(dir.resolve("gallery")).gallery();
        var ranks = new ArrayList<Integer>();
        try (var opened = open();
                var reader = FaceCutting.ALIGNED.open(ENGINES)) {
            var probes = ProbeSet.in(dir.resolve("again")).getFirst().probes();
            Embedded embedded = opened.embed(probes, reader.reader(), _ -> {});
            for (int p = 0; p < PEOPLE; p++) {
                float[] probe = embedded.vectors().row(p);
                String source = id(p, 0);
                var order =
                        IntStream.range(0, gallery.size())
                                .boxed()
                                .filter(r -> !gallery.id(r).equals(source))
                                .sorted(
                                        Comparator.comparingDouble(
                                                r ->
                                                        -CosineSearch.cosine(
                                                                probe, gallery.vectors().row(r))))
                                .map(gallery::person)
                                .toList();
                ranks.add(order.indexOf(person(p)) + 1);
            }
        }
        return ranks;
    }

    @Test
    void matchAndSweepAgree() throws Exception {
        SweepLine line = sweep("again", SweepPlan.USUAL).lines().getFirst();
        try (var opened = open();
                var reader = FaceCutting.ALIGNED.open(ENGINES)) {
            var set = ProbeSet.in(dir.resolve("again")).getFirst();
            Embedded embedded = opened.embed(set.probes(), reader.reader(), _ -> {});
            var probes =
                    new Matching.Probes(
                            set.probes().stream().map(Probe::id).toList(),
                            set.probes().stream().map(Probe::person).toList(),
                            embedded.vectors(),
                            Optional.empty());
            var result =
                    new Matching(opened.matcher(), 10, PhotoRule.TYPE_II, OptionalDouble.empty())
                            .run(probes, _ -> {});
            assertEquals(line.probes(), result.counted());
            for (Matching.Rate rate : result.rates()) {
                SweepLine.Cell cell = whole(line, rate.rates().k(), Counting.PICTURES);
                assertEquals(cell.tpr(), rate.rates().truePositive(), 1e-12);
                assertEquals(cell.chance(), rate.chance(), 1e-9);
            }
            assertFalse(
                    result.rows().stream().anyMatch(r -> r.galleryId().equals(r.probeId())),
                    "a source photo was shown");
        }
    }

    @Test
    void theSourcePhotoCountsUnderTypeOne() throws Exception {
        SweepLine photos = sweep("faces", rule(PhotoRule.TYPE_I)).lines().getFirst();
        assertEquals(1, whole(photos, 1, Counting.PICTURES).tpr());
        assertEquals(3 * PEOPLE + 4, photos.probes());
        SweepLine others = sweep("faces", rule(PhotoRule.TYPE_II)).lines().getFirst();
        assertTrue(whole(others, 1, Counting.PICTURES).tpr() < 1);
        assertEquals(3 * PEOPLE, others.probes());
    }

    private static SweepPlan rule(PhotoRule rule) {
        return new SweepPlan(
                List.of(1),
                Optional.empty(),
                List.of(Counting.PICTURES),
                rule,
                OptionalDouble.empty(),
                1);
    }

    @Test
    void thePhotosThemselvesAreTheYardstick() throws Exception {
        SweepLine again = sweep("again", SweepPlan.USUAL).lines().getFirst();
        SweepLine.Photos beside = whole(again, 1, Counting.PICTURES).photos().orElseThrow();
        assertEquals(PEOPLE, beside.probes());
        var firsts = new ArrayList<Probe>();
        for (Probe probe : ProbeSet.photos(dir.resolve("faces")).probes()) {
            if (probe.id().endsWith("/0.png")) {
                firsts.add(probe);
            }
        }
        var set = new ProbeSet("firsts", Optional.empty(), firsts);
        SweepLine photos = sweep(List.of(set), SweepPlan.USUAL).lines().getFirst();
        assertEquals(whole(photos, 1, Counting.PICTURES).tpr(), beside.tpr(), 1e-12);
        assertEquals(
                whole(again, 1, Counting.PICTURES).tpr() / beside.tpr(),
                beside.equivalence().orElseThrow(),
                1e-12);
    }

    @Test
    void aThresholdTurnsWrongAnswersIntoNone() throws Exception {
        var plan =
                new SweepPlan(
                        List.of(5),
                        Optional.empty(),
                        List.of(Counting.PICTURES),
                        PhotoRule.TYPE_II,
                        OptionalDouble.of(0.99),
                        1);
        SweepLine.Cell cell = whole(sweep("again", plan).lines().getFirst(), 5, Counting.PICTURES);
        assertEquals(1, cell.noMatch(), 1e-12);
    }

    @Test
    void moreThanTheGalleryHoldsIsRefusedForPeopleAndToldForPictures() throws Exception {
        var plan =
                new SweepPlan(
                        List.of(1, 100),
                        Optional.of(List.of(10, 25)),
                        List.of(Counting.PICTURES),
                        PhotoRule.TYPE_II,
                        OptionalDouble.empty(),
                        1);
        var refusal = assertThrows(GalleryException.class, () -> sweep("again", plan));
        assertTrue(String.valueOf(refusal.getMessage()).contains("N = 25"), refusal.getMessage());
        var fewer =
                new SweepPlan(
                        plan.ks(),
                        Optional.of(List.of(10)),
                        plan.counting(),
                        plan.rule(),
                        plan.threshold(),
                        1);
        SweepReport report = sweep("again", fewer);
        assertTrue(
                report.notes().getFirst().startsWith("K = 100 is more than"),
                report.notes().toString());
        assertEquals(1, whole(report.lines().getFirst(), 100, Counting.PICTURES).tpr());
    }

    @Test
    void theSameSweepGivesTheSameNumbersAndFiles() throws Exception {
        SweepReport report = sweep("again", SweepPlan.USUAL);
        SweepReport twin = sweep("again", SweepPlan.USUAL);
        assertEquals(report.lines(), twin.lines());
        SweepFiles.write(report, dir.resolve("one"), Map.of());
        SweepFiles.write(twin, dir.resolve("two"), Map.of());
        for (String file :
                List.of(
                        "rates.csv",
                        "rates-over-k.svg",
                        "rates-over-n.pdf",
                        "rates-over-n-column.png")) {
            assertEquals(
                    Sha256.of(dir.resolve("one").resolve(file)),
                    Sha256.of(dir.resolve("two").resolve(file)),
                    file);
        }
        List<String> csv = Files.readAllLines(dir.resolve("one/rates.csv"));
        assertTrue(
                csv.getFirst()
                        .startsWith(
                                "matcher,method,type,k,n,tpr,fpr,no_match,low,high,chance,probes"),
                csv.getFirst());
        assertEquals(1 + report.lines().getFirst().cells().size(), csv.size());
        assertTrue(csv.get(1).startsWith("f.onnx,eigenfaces score,II,1,24,"), csv.get(1));
    }

    @Test
    void theAttackedModelItselfIsMarked() throws Exception {
        assertFalse(sweep("again", SweepPlan.USUAL).matrix().getFirst().sameModel());
        Path same = dir.resolve("same");
        Files.createDirectories(same);
        Files.copy(dir.resolve("again/0.png"), same.resolve("0.png"));
        String f = Sha256.of(dir.resolve("f.onnx"));
        var row = new Reconstruction(id(0, 0), person(0), "0.png", "linear", "", 0, 0.5, 0, 1, f);
        ReconstructionTable.write(List.of(row), same.resolve(ReconstructionTable.FILE));
        SweepReport report = sweep("same", SweepPlan.USUAL);
        assertTrue(report.matrix().getFirst().sameModel());
        assertEquals("linear", report.lines().getFirst().method());
    }

    @Test
    void twoMatchersStandSideBySide() throws Exception {
        Path second = Files.writeString(dir.resolve("b.onnx"), "b");
        enrol(second, dir.resolve("second"));
        var galleries =
                List.of(
                        new Sweep.GalleryAt(dir.resolve("gallery"), Optional.empty()),
                        new Sweep.GalleryAt(dir.resolve("second"), Optional.empty()));
        SweepReport report =
                new Sweep(
                                galleries,
                                ProbeSet.in(dir.resolve("again")),
                                Optional.empty(),
                                SweepPlan.USUAL,
                                FaceCutting.ALIGNED,
                                DeviceChoice.CPU,
                                ENGINES,
                                "test")
                        .run(_ -> {});
        assertEquals(
                List.of("f.onnx", "b.onnx"),
                report.lines().stream().map(SweepLine::matcher).toList());
        // The two fakes see alike, so their rates are the same.
        assertEquals(report.lines().get(0).cells(), report.lines().get(1).cells());
        SweepFiles.write(report, dir.resolve("both"), Map.of());
        for (String name :
                List.of(
                        "matrix.svg",
                        "rates-over-k.png",
                        "rates-over-k-f.onnx.png",
                        "rates-over-n-b.onnx.csv")) {
            assertTrue(Files.exists(dir.resolve("both").resolve(name)), name);
        }
    }

    @Test
    void anotherExtractorIsRefused() throws Exception {
        Path other = Files.writeString(dir.resolve("e.onnx"), "other");
        var refusal =
                assertThrows(
                        GalleryException.class,
                        () ->
                                OpenedGallery.open(
                                        dir.resolve("gallery"),
                                        Optional.of(other),
                                        DeviceChoice.CPU,
                                        ENGINES));
        assertTrue(
                String.valueOf(refusal.getMessage()).contains("another extractor"),
                refusal.getMessage());
    }

    private static SweepLine.Cell whole(SweepLine line, int k, Counting counting) {
        return line.cells().stream()
                .filter(c -> c.k() == k && c.counting() == counting && c.n() == PEOPLE + 4)
                .findFirst()
                .orElseThrow();
    }

    private static OpenedGallery open() throws WorkException, InterruptedException {
        return OpenedGallery.open(
                dir.resolve("gallery"), Optional.empty(), DeviceChoice.CPU, ENGINES);
    }

    private static SweepReport sweep(String images, SweepPlan plan)
            throws WorkException, InterruptedException, IOException {
        return sweep(ProbeSet.in(dir.resolve(images)), plan);
    }

    private static SweepReport sweep(List<ProbeSet> sets, SweepPlan plan)
            throws WorkException, InterruptedException {
        var at = new Sweep.GalleryAt(dir.resolve("gallery"), Optional.empty());
        return new Sweep(
                        List.of(at),
                        sets,
                        Optional.empty(),
                        plan,
                        FaceCutting.ALIGNED,
                        DeviceChoice.CPU,
                        ENGINES,
                        "test")
                .run(_ -> {});
    }
}
