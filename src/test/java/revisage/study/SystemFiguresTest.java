package revisage.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import revisage.chart.MatrixSpec;
import revisage.measure.Counting;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

class SystemFiguresTest {

    private static SystemReport.SystemNote system(String name, boolean simulator) {
        return new SystemReport.SystemNote(
                name, simulator, "percent", Optional.empty(), 0, Optional.empty());
    }

    /// @param total false matches, of K = 5
    private static SystemReport.Line line(String system, String method, int total, double share) {
        var none = new SystemReport.Rate(0, 0, 0.5);
        var all = new SystemReport.Rate(1, 0.5, 1);
        return new SystemReport.Line(
                system,
                method,
                8,
                0,
                0,
                0,
                List.of(new SystemReport.Cell(5, all, none, none, 0.1)),
                List.of(new SystemReport.AtThreshold(0, 1, 0, 0)),
                List.of(
                        new SweepLine.Repeated(
                                Counting.PICTURES, 5, total, share, share / 2, 1, List.of())));
    }

    private static SystemReport report(SystemReport.Line... lines) {
        return new SystemReport(
                1,
                "test",
                new SystemPlan(List.of(5), PhotoRule.TYPE_II, 1),
                10,
                30,
                List.of(system("Cloud (simulated)", true), system("g", false)),
                List.of(lines),
                List.of());
    }

    @Test
    void tableTwoStandsInBothReadingsAndIsEmptyWhereNobodyWasMissed() {
        SystemReport report =
                report(
                        line("Cloud (simulated)", "Linear", 4, 0.5),
                        line("Cloud (simulated)", "NBNet", 0, 0),
                        line("g", "Linear", 2, 1));
        OptionalDouble none = OptionalDouble.empty();
        assertEquals(
                List.of(List.of(of(0.5), of(1)), List.of(none, none)),
                table(report, "false-matches-k5"));
        assertEquals(
                List.of(List.of(of(0.25), of(0.5)), List.of(none, none)),
                table(report, "false-matches-k5-on-one"));
        assertEquals(
                List.of(List.of(of(1), of(1)), List.of(none, none)),
                table(report, "false-matches-k5-evenness"));
    }

    private static OptionalDouble of(double share) {
        return OptionalDouble.of(share);
    }

    private static List<List<OptionalDouble>> table(SystemReport report, String name) {
        var table = (MatrixSpec) SystemFiles.figures(report).get(name);
        assertEquals(List.of("Linear", "NBNet"), table.rows());
        assertEquals(List.of("Cloud (simulated)", "g"), table.columns());
        return table.values();
    }

    @Test
    void withoutAnyFalseMatchThereIsNoTable() {
        SystemReport report = report(line("g", "Linear", 0, 0));
        assertEquals(
                List.of("systems-k5", "threshold-g"),
                List.copyOf(SystemFiles.figures(report).keySet()));
    }

    @Test
    void whereNobodyCanBeCountedThereIsNothingToDraw() {
        assertEquals(Set.of(), SystemFiles.figures(report()).keySet());
    }
}
