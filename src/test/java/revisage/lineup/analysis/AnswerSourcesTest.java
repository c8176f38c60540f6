package revisage.lineup.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.extract.StrictJson;
import revisage.lineup.AnswerFile;
import revisage.lineup.AnswerLog;
import revisage.lineup.Entry;
import revisage.lineup.LineupFolder;
import revisage.lineup.LineupPlan;
import revisage.lineup.SimulatedPeople;
import revisage.lineup.Simulation;
import revisage.lineup.SmallStudy;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class AnswerSourcesTest {

    private static final LineupPlan PLAN = new SmallStudy(2, 3, 7, 0.34).plan();

    @TempDir Path folder;
    private LineupFolder study;

    @BeforeEach
    void write() throws Exception {
        study = new LineupFolder(folder.resolve("study"), PLAN);
        study.write();
    }

    /// Of `people` participants, as if they had sat at this machine.
    private static List<Entry> entries(int people, long seed, String place) {
        var all = new ArrayList<Entry>();
        var usual = SimulatedPeople.usual(PLAN, 0.5, 0.6);
        for (Entry entry : new Simulation(PLAN, usual, seed).run(people)) {
            all.add(
                    entry instanceof Entry.Began b
                            ? new Entry.Began(
                                    b.participant(), b.form(), b.language(), place, b.panel())
                            : entry);
        }
        return all;
    }

    private Path log(String place, List<Entry> entries) throws Exception {
        try (var log = AnswerLog.open(study, place)) {
            for (Entry entry : entries) {
                log.add(entry);
            }
        }
        return study.log(place);
    }

    private Path page(String name, LineupPlan plan, List<Entry> entries) throws Exception {
        Path file = folder.resolve(name);
        Files.write(file, StrictJson.write(new AnswerFile(1, plan.fingerprint(), entries)));
        return file;
    }

    private Sheet read(Path... places) throws Exception {
        return new AnswerReading(PLAN).read(new AnswerSources(study).read(List.of(places)));
    }

    private String refusal(Path... places) {
        return assertThrows(WorkException.class, () -> read(places)).getMessage();
    }

    @Test
    void logsAndPagesAreJoinedAndWhatIsThereTwiceCountsOnce() throws Exception {
        Path kiosk = log("kiosk-1", entries(2, 1, "kiosk-1"));
        Path other = log("kiosk-2", entries(3, 2, "kiosk-2"));
        List<Entry> online = entries(1, 3, "page");
        Path page = page("page.json", PLAN, online);
        Path again = page("page (1).json", PLAN, online);
        Sheet sheet = read(kiosk, other, page, again);
        assertEquals(6, sheet.participants().size());
        assertEquals(online.size(), sheet.repeated());
        assertEquals(
                5,
                new AnswerReading(PLAN).read(new AnswerSources(study).own()).participants().size());
    }

    @Test
    void twoLogsOfOneMachineAreRefused() throws Exception {
        Path kiosk = log("kiosk-1", entries(2, 1, "kiosk-1"));
        Path old = folder.resolve("backup.log");
        Files.copy(kiosk, old);
        String said = refusal(kiosk, old);
        assertTrue(said.contains("both of kiosk-1") && said.contains("withdrawn"), said);
    }

    @Test
    void answersToAnotherStudyAreRefused() throws Exception {
        var other = new SmallStudy(2, 3, 8, 0.34).plan();
        String said = refusal(page("page.json", other, entries(1, 1, "page")));
        assertTrue(said.contains("page.json holds answers to another study"), said);
    }

    @Test
    void aDamagedFileIsNamedWithThePlace() throws Exception {
        Path page = page("page.json", PLAN, entries(1, 1, "page"));
        String json = Files.readString(page);
        Files.writeString(page, json.replaceFirst("\"confidence\" : [0-9]", "\"confidence\" : 9"));
        assertTrue(refusal(page).contains("page.json, entry "), refusal(page));
        Files.writeString(page, json.replaceFirst("\"millis\" : [0-9]+", "\"millis\" : -1"));
        assertTrue(refusal(page).contains("page.json"), refusal(page));
        Files.writeString(page, json.substring(0, json.length() / 2));
        assertTrue(refusal(page).contains("page.json"), refusal(page));
    }

    @Test
    void twoDifferentAnswersToOneQuestionAreAContradiction() throws Exception {
        List<Entry> first = entries(1, 1, "page");
        List<Entry> second = new ArrayList<>(first);
        for (int i = 0; i < second.size(); i++) {
            if (second.get(i) instanceof Entry.Answered a) {
                second.set(
                        i,
                        new Entry.Answered(
                                a.participant(),
                                a.question(),
                                a.position(),
                                a.shown(),
                                a.choices(),
                                a.first(),
                                a.last(),
                                a.confidence(),
                                a.firstMillis(),
                                a.millis() + 1));
            }
        }
        String said = refusal(page("a.json", PLAN, first), page("b.json", PLAN, second));
        assertTrue(said.contains("b.json, entry") && said.contains("contradicts"), said);
    }

    @Test
    void aStudyHandedOnHasNoPicturesNoKeyAndTheSameNumbers() throws Exception {
        log("kiosk-1", entries(5, 1, "kiosk-1"));
        Sheet sheet = new AnswerReading(PLAN).read(new AnswerSources(study).own());
        Path copy = folder.resolve("copy");
        HandOn.write(sheet, (_, _) -> {}, copy);
        try (var files = Files.walk(copy)) {
            assertEquals(
                    List.of("dictionary.csv", "lineup.json", "participants.csv", "trials.csv"),
                    files.filter(Files::isRegularFile)
                            .map(f -> f.getFileName().toString())
                            .sorted()
                            .toList());
        }
        var handed = LineupFolder.open(copy);
        Sheet read = new AnswerReading(handed.plan()).read(new AnswerSources(handed).own());
        assertEquals(sheet, read);
    }
}
