package revisage.demo;

import revisage.demo.DemoReport.Method;
import revisage.demo.DemoReport.Rate;
import revisage.demo.DemoReport.UnderMatcher;
import revisage.measure.Counting;
import revisage.study.StudyPlan.Attack;
import revisage.study.SweepLine;
import revisage.study.SweepReport;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A sweep's rates, as counts of targets.
///
/// @param sweep galleries as lines of the photographs and of each attack, in the plan's order
/// @param attacks of the plan
record Counts(SweepReport sweep, List<Attack> attacks) {

    Counts {
        attacks = List.copyOf(attacks);
        if (sweep.lines().size() != sweep.galleries().size() * (attacks.size() + 1)) {
            throw new IllegalArgumentException("a line for the photographs and for each attack");
        }
    }

    /// One for each matcher, in the plan's order.
    List<UnderMatcher> all() {
        return IntStream.range(0, sweep.galleries().size()).mapToObj(this::under).toList();
    }

    private UnderMatcher under(int gallery) {
        List<SweepLine> lines = methods(gallery);
        List<Method> methods =
                IntStream.range(0, lines.size())
                        .mapToObj(i -> method(DemoPlan.name(attacks.get(i)), lines.get(i)))
                        .toList();
        return new UnderMatcher(
                sweep.galleries().get(gallery).extractor(),
                lines.getLast().sameModel(),
                methods,
                method("the photograph itself", photographs(gallery)));
    }

    /// The source photographs as probes.
    SweepLine photographs(int gallery) {
        return sweep.lines().get(gallery * (attacks.size() + 1));
    }

    /// One line an attack.
    List<SweepLine> methods(int gallery) {
        int from = gallery * (attacks.size() + 1);
        return sweep.lines().subList(from + 1, from + 1 + attacks.size());
    }

    private static Method method(String name, SweepLine line) {
        return new Method(
                name,
                line.queries(),
                line.cosines().attacked().map(SweepLine.Spread::mean),
                DemoPlan.TOLD.stream().map(k -> rate(line, k)).toList());
    }

    private static Rate rate(SweepLine line, int k) {
        SweepLine.Cell cell = whole(line, k);
        int probes = line.probes();
        return new Rate(
                k,
                (int) Math.round(cell.tpr() * probes),
                (int) Math.round(cell.low() * probes),
                (int) Math.round(cell.high() * probes),
                cell.chance() * probes,
                cell.tpr(),
                cell.low(),
                cell.high());
    }

    /// Of the whole gallery, counted in people.
    static SweepLine.Cell whole(SweepLine line, int k) {
        Optional<SweepLine.Cell> largest =
                people(line).stream()
                        .filter(c -> c.k() == k)
                        .reduce((a, b) -> a.n() > b.n() ? a : b);
        return largest.orElseThrow();
    }

    static List<SweepLine.Cell> people(SweepLine line) {
        return line.cells().stream().filter(c -> c.counting() == Counting.PEOPLE).toList();
    }
}
