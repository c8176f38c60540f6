package revisage.lineup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.extract.StrictJson;
import revisage.store.StoreException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class AnswerLogTest {

    private static final LineupPlan PLAN = new SmallStudy(2, 2, 4, 0.5).plan();

    @TempDir Path folder;

    private AnswerLog open() throws Exception {
        return AnswerLog.open(new LineupFolder(folder, PLAN), "kiosk-1");
    }

    static Entry.Began began(String who, int form) {
        return new Entry.Began(who, form, "en", "kiosk-1", Optional.empty());
    }

    static Entry.Answered answered(String who, String question) {
        return new Entry.Answered(
                who,
                question,
                1,
                List.of("a", "b", "c", "d", "e"),
                List.of("b"),
                "a",
                "b",
                4,
                800,
                2500);
    }

    @Test
    void whatWasAddedIsThereAfterEveryKindOfEnd() throws Exception {
        List<Entry> all =
                List.of(
                        began("A", 0),
                        new Entry.About("A", Optional.of(AgeBand.FROM_30), Optional.empty()),
                        new Entry.Judged("A", "a0", 1, true, 900),
                        answered("A", "m0t0p"),
                        new Entry.Finished("A"),
                        began("B", 1));
        try (var log = open()) {
            for (Entry entry : all) {
                log.add(entry);
            }
        }
        Path file = folder.resolve("answers/kiosk-1.log");
        byte[] whole = Files.readAllBytes(file);
        try (var log = open()) {
            assertEquals(all, log.entries());
            assertEquals(List.of("B"), List.copyOf(log.unfinished().keySet()));
        }
        for (int cut = whole.length - 1; cut > whole.length - 100; cut -= 7) { // a power cut
            Files.write(file, java.util.Arrays.copyOf(whole, cut));
            try (var log = open()) {
                assertEquals(all.subList(0, 5), log.entries());
            }
        }
    }

    @Test
    void whoeverWithdrawsIsGoneFromTheFileItself() throws Exception {
        try (var log = open()) {
            log.add(began("STAYS", 0));
            log.add(began("LEAVES", 1));
            log.add(answered("LEAVES", "m0t0p"));
            log.withdraw("LEAVES");
            log.add(answered("STAYS", "m0t1p"));
        }
        String bytes =
                Files.readString(
                        folder.resolve("answers/kiosk-1.log"), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("LEAVES"));
        assertTrue(bytes.contains("STAYS"));
        try (var log = open()) {
            assertEquals(
                    List.of(began("STAYS", 0), new Entry.Withdrew(1), answered("STAYS", "m0t1p")),
                    log.entries());
            assertEquals(1, Forms.free(1, 2, log.forms()), "the form can be given out again");
        }
    }

    @Test
    void aSecondProgramIsRefused() throws Exception {
        try (var log = open()) {
            assertThrows(StoreException.class, this::open);
            log.add(began("A", 0));
        }
    }

    @Test
    void answersToAnotherStudyAreRefused() throws Exception {
        open().close();
        var other = new LineupFolder(folder, new SmallStudy(2, 2, 5, 0.5).plan());
        assertThrows(StoreException.class, () -> AnswerLog.open(other, "kiosk-1"));
    }

    @Test
    void anEntryReadsBackAsItWasWritten() throws Exception {
        for (Entry entry : List.of(began("A", 3), answered("A", "q"), new Entry.Withdrew(3))) {
            assertEquals(
                    entry, StrictJson.read(StrictJson.write(entry), Entry.class, "entry", "x"));
        }
    }

    @Test
    void aPlanReadsBackAsItWasWrittenWithTheSameFingerprint() throws Exception {
        var study = new LineupFolder(folder, PLAN);
        study.write();
        var read = LineupFolder.open(folder);
        assertEquals(PLAN, read.plan());
        assertEquals(PLAN.fingerprint(), read.plan().fingerprint());
    }

    @Test
    void answersThatCannotBeAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new Entry.Answered(
                                "A", "q", 1, List.of("a", "b"), List.of("c"), "a", "a", 3, 1, 2));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new Entry.Answered(
                                "A", "q", 1, List.of("a", "b"), List.of("a"), "a", "a", 3, 3, 2));
        assertThrows(IllegalArgumentException.class, () -> began("A b", 0));
    }
}
