package revisage.lineup.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.lineup.LineupException;
import revisage.lineup.LineupPlan;
import revisage.lineup.SimulatedPeople;
import revisage.lineup.Simulation;
import revisage.lineup.SmallStudy;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

class TidyFilesTest {

    private static final LineupPlan PLAN = new SmallStudy(2, 3, 7, 0.34).plan();

    @TempDir Path folder;

    static Sheet simulated(LineupPlan plan, int people, long seed) throws Exception {
        var entries = new Simulation(plan, SimulatedPeople.usual(plan, 0.5, 0.6), seed).run(people);
        return new AnswerReading(plan)
                .read(
                        IntStream.range(0, entries.size())
                                .mapToObj(i -> new SourcedEntry(entries.get(i), "made", "" + i))
                                .toList());
    }

    private List<String> written() throws Exception {
        TidyFiles.write(simulated(PLAN, 6, 1), (_, _) -> {}, folder);
        return Files.readAllLines(folder.resolve("trials.csv"));
    }

    private String refusal(List<String> lines) throws Exception {
        Files.write(folder.resolve("trials.csv"), lines);
        return assertThrows(WorkException.class, () -> new TidyFiles(PLAN).read(folder))
                .getMessage();
    }

    @Test
    void whatWasWrittenReadsBackAsTheSameSheet() throws Exception {
        Sheet sheet = simulated(PLAN, 6, 1);
        TidyFiles.write(sheet, (_, _) -> {}, folder);
        assertEquals(sheet, new AnswerReading(PLAN).read(new TidyFiles(PLAN).read(folder)));
        assertEquals(
                1 + 6 * (2 + 2 + 6), written().size(), "heading, then pairs, checks, questions");
        assertTrue(
                Files.readAllLines(folder.resolve("dictionary.csv")).size()
                        == 1 + TrialRows.columns().size() + ParticipantRows.columns().size());
    }

    @Test
    void aChangedAnswerIsNamedWithItsRowAndWhatDoesNotFollowAnyMore() throws Exception {
        List<String> lines = new java.util.ArrayList<>(written());
        int row = 0;
        while (!lines.get(row).contains(",reconstruction,") || !lines.get(row).contains(",none,")) {
            row++;
        }
        String[] cells = lines.get(row).split(",", -1);
        String shown = cells[8].split(" ")[0];
        cells[9] = shown;
        lines.set(row, String.join(",", cells));
        String said = refusal(lines);
        assertTrue(said.contains("trials.csv, row " + row + ": column '"), said);
    }

    @Test
    void brokenRowsAreNamedWithTheReason() throws Exception {
        List<String> lines = written();
        assertTrue(change(lines, 3, ",true", ",yes").contains("row 3: 'yes' in column"));
        assertTrue(change(lines, 5, "^[^,]+", "NOBODY").contains("no beginning"));
        assertTrue(change(lines, 6, "^([^,]+),[0-9]+", "$1,0").contains("row 6"));
        assertTrue(change(lines, 6, ",[^,]*$", "").contains("row 6 has"));
        String noColumn =
                refusal(lines.stream().map(l -> l.replaceFirst("confidence", "x")).toList());
        assertTrue(noColumn.contains("no column 'confidence'"), noColumn);
    }

    @Test
    void aRowThatIsThereTwiceDifferentlyIsAContradiction() throws Exception {
        List<String> lines = new java.util.ArrayList<>(written());
        String last = lines.getLast().replaceFirst(",[0-9]+,5,1,", ",86000000,5,1,");
        lines.add(last.replaceFirst(",([0-9]+),5,", ",86000000,5,"));
        String said = refusal(lines);
        assertTrue(said.contains("contradicts"), said);
    }

    @Test
    void participantsAreExcludedByTheRuleAndToldWhy() throws Exception {
        var plan = PLAN;
        var careless = new SimulatedPeople(List.of(0.5, 0.5), 0.5, 9, 0, 0.5, 0.5, 0, 0);
        var hasty = new SimulatedPeople(List.of(0.5, 0.5), 0.5, 0.1, 1, 0.5, 0.5, 0, 0);
        assertEquals("failed 2 attention checks, 1 allowed", why(plan, careless));
        assertTrue(why(plan, hasty).startsWith("median of 0."));
    }

    private static String why(LineupPlan plan, SimulatedPeople people) throws LineupException {
        var entries = new Simulation(plan, people, 3).run(1);
        var sheet =
                new AnswerReading(plan)
                        .read(entries.stream().map(e -> new SourcedEntry(e, "f", "1")).toList());
        assertTrue(sheet.counted().isEmpty());
        return sheet.participants().getFirst().excluded().orElseThrow();
    }

    @Test
    void anUnfinishedParticipantIsExcluded() throws Exception {
        var entries = new Simulation(PLAN, SimulatedPeople.usual(PLAN, 0.5, 0.5), 3).run(1);
        var sheet =
                new AnswerReading(PLAN)
                        .read(
                                entries.subList(0, entries.size() - 3).stream()
                                        .map(e -> new SourcedEntry(e, "f", "1"))
                                        .toList());
        assertEquals("did not finish", sheet.participants().getFirst().excluded().orElseThrow());
    }

    private String change(List<String> lines, int row, String from, String to) throws Exception {
        var changed = new java.util.ArrayList<>(lines);
        String line = changed.get(row).replaceFirst(from, to);
        changed.set(row, line);
        return refusal(changed);
    }
}
