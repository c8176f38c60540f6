package revisage.lineup.analysis;

import revisage.lineup.Entry;
import revisage.lineup.LineupMethod;
import revisage.lineup.LineupPlan;
import revisage.lineup.Simulation;
import revisage.measure.CrossedClusters;
import revisage.measure.CrossedClusters.Estimate;
import revisage.measure.Detection;
import revisage.measure.FiveNumbers;
import revisage.measure.Interval;
import revisage.measure.ProductOfShares;
import revisage.work.Progress;
import revisage.work.Work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// From the answers of a study to its report.
///
/// @param sheet everybody's answers
/// @param version of the program
public record LineupAnalysis(Sheet sheet, String version) implements Work<Progress, LineupReport> {

    private static final int FEW_TARGETS = 10;

    @Override
    public LineupReport run(Consumer<? super Progress> events) throws InterruptedException {
        LineupPlan plan = sheet.plan();
        List<Trial> trials = sheet.trials();
        var methods = new ArrayList<LineupReport.MethodReport>();
        for (LineupMethod method : plan.methods()) {
            Work.pausePoint();
            events.accept(
                    new Progress("Counting", methods.size(), plan.methods().size() + 1, "methods"));
            List<Trial> own =
                    trials.stream().filter(t -> t.item().method().equals(method.code())).toList();
            methods.add(method(method.code(), method.label(), own, Optional.of(method)));
        }
        Optional<LineupReport.MethodReport> all =
                plan.methods().size() > 1
                        ? Optional.of(method("all", "All methods", trials, Optional.empty()))
                        : Optional.empty();
        return new LineupReport(
                LineupReport.SCHEMA,
                version,
                plan.fingerprint(),
                plan.title(),
                plan.k(),
                people(),
                methods,
                all,
                differences(trials),
                notes(methods));
    }

    private LineupReport.MethodReport method(
            String code, String label, List<Trial> trials, Optional<LineupMethod> machine)
            throws InterruptedException {
        if (trials.isEmpty()) {
            return nothing(code, label);
        }
        List<Trial> present = trials.stream().filter(t -> !t.item().absent()).toList();
        var numbers = new TrialNumbers(trials);
        return new LineupReport.MethodReport(
                code,
                label,
                numbers.participants(),
                numbers.targets(),
                present.size(),
                trials.size() - present.size(),
                numbers.share(t -> t.correct() ? 1 : 0, t -> !t.item().absent()),
                mean(present, Trial::chance),
                mean(present, Trial::singleChance),
                numbers.lift(),
                numbers.share(Trial::credit, t -> !t.item().absent()),
                numbers.share(t -> t.firstRight().orElse(false) ? 1 : 0, t -> !t.item().absent()),
                numbers.share(t -> t.picked() ? 1 : 0, t -> t.item().absent()),
                numbers.detection(Detection::sensitivity),
                numbers.detection(Detection::criterion),
                numbers.detection(Detection::knowing),
                numbers.detection(Detection::guessing),
                numbers.share(t -> t.confident() ? 1 : 0, _ -> true),
                numbers.share(t -> t.confident() ? 1 : 0, Trial::correct),
                numbers.share(t -> t.confident() ? 1 : 0, t -> !t.correct()),
                numbers.area(),
                steps(trials, numbers),
                numbers.geometric(t -> Math.max(1, t.millis()) / 1000.0),
                numbers.geometric(t -> Math.max(1, t.firstMillis()) / 1000.0),
                box(present, t -> t.item().target()),
                box(present, Trial::participant),
                new FusedJudges(trials, sheet.plan().seed()).all(),
                machine.flatMap(m -> together(m, present)));
    }

    private static LineupReport.MethodReport nothing(String code, String label) {
        Optional<Estimate> no = Optional.empty();
        return new LineupReport.MethodReport(
                code,
                label,
                0,
                0,
                0,
                0,
                no,
                Optional.empty(),
                Optional.empty(),
                no,
                no,
                no,
                no,
                no,
                no,
                no,
                no,
                no,
                no,
                no,
                no,
                List.of(),
                no,
                no,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static Optional<Double> mean(List<Trial> trials, Function<Trial, Double> value) {
        var mean = trials.stream().mapToDouble(value::apply).average();
        return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
    }

    private static List<LineupReport.Step> steps(List<Trial> trials, TrialNumbers numbers) {
        Map<Integer, Long> answers =
                trials.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Trial::strength, TreeMap::new, Collectors.counting()));
        return answers.entrySet().stream()
                .map(
                        e ->
                                new LineupReport.Step(
                                        e.getKey(),
                                        e.getValue().intValue(),
                                        numbers.share(
                                                t -> t.correct() ? 1 : 0,
                                                t -> t.strength() == e.getKey())))
                .toList();
    }

    private static Optional<FiveNumbers> box(List<Trial> present, Function<Trial, String> by) {
        List<Double> shares =
                List.copyOf(
                        present.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                by,
                                                TreeMap::new,
                                                Collectors.averagingDouble(
                                                        t -> t.correct() ? 1 : 0)))
                                .values());
        return shares.isEmpty() ? Optional.empty() : Optional.of(FiveNumbers.of(shares));
    }

    /// People are counted only where the machine had brought the target before them.
    private Optional<LineupReport.Together> together(LineupMethod machine, List<Trial> present) {
        int k = sheet.plan().k();
        List<Trial> brought =
                present.stream()
                        .filter(t -> t.item().matcherRank() >= 1 && t.item().matcherRank() <= k)
                        .toList();
        if (brought.isEmpty() || machine.probes() == 0) {
            return Optional.empty();
        }
        double found = (double) machine.found() / machine.probes();
        Interval interval = Interval.wilson(machine.found(), machine.probes());
        return new TrialNumbers(brought)
                .share(Trial::credit, _ -> true)
                .map(
                        people ->
                                new LineupReport.Together(
                                        machine.probes(),
                                        found,
                                        interval,
                                        people,
                                        brought.size(),
                                        found * people.value(),
                                        people.both()
                                                .map(
                                                        b ->
                                                                ProductOfShares.interval(
                                                                        found,
                                                                        interval,
                                                                        people.value(),
                                                                        b))));
    }

    private List<LineupReport.Difference> differences(List<Trial> trials)
            throws InterruptedException {
        var differences = new ArrayList<LineupReport.Difference>();
        List<LineupMethod> methods = sheet.plan().methods();
        for (int a = 0; a < methods.size() && !trials.isEmpty(); a++) {
            for (int b = a + 1; b < methods.size(); b++) {
                Work.pausePoint();
                String first = methods.get(a).code();
                String second = methods.get(b).code();
                List<Trial> both =
                        trials.stream()
                                .filter(
                                        t ->
                                                t.item().method().equals(first)
                                                        || t.item().method().equals(second))
                                .toList();
                if (!both.isEmpty()) {
                    new TrialNumbers(both)
                            .difference(first, second)
                            .ifPresent(
                                    d ->
                                            differences.add(
                                                    new LineupReport.Difference(
                                                            first, second, d.value(), d.both())));
                }
            }
        }
        return differences;
    }

    private LineupReport.People people() {
        Map<String, Integer> excluded = new TreeMap<>();
        Map<String, Integer> ages = new TreeMap<>();
        Map<String, Integer> genders = new TreeMap<>();
        for (Participant p : sheet.participants()) {
            p.excluded()
                    .map(e -> e.replaceFirst("[,:].*", "").replaceAll(" of [0-9.]+ s", ""))
                    .ifPresent(e -> excluded.merge(e, 1, Integer::sum));
        }
        for (Participant p : sheet.counted()) {
            ages.merge(word(p.about().flatMap(Entry.About::age)), 1, Integer::sum);
            genders.merge(word(p.about().flatMap(Entry.About::gender)), 1, Integer::sum);
        }
        return new LineupReport.People(
                sheet.participants().size(),
                sheet.counted().size(),
                sheet.withdrew(),
                excluded,
                ages,
                genders,
                ability());
    }

    private static String word(Optional<? extends Enum<?>> told) {
        return told.map(t -> t.name().toLowerCase(Locale.ROOT)).orElse("not told");
    }

    private Optional<Estimate> ability() {
        Map<String, Integer> pairs = new LinkedHashMap<>();
        var who = new ArrayList<Integer>();
        var what = new ArrayList<Integer>();
        var right = new ArrayList<Double>();
        int number = 0;
        for (Participant p : sheet.counted()) {
            for (Participant.Judgement judged : p.judged()) {
                pairs.putIfAbsent(judged.answer().question(), pairs.size());
                who.add(number);
                what.add(pairs.getOrDefault(judged.answer().question(), 0));
                right.add(judged.correct() ? 1.0 : 0.0);
            }
            number++;
        }
        if (who.isEmpty()) {
            return Optional.empty();
        }
        double[] values = right.stream().mapToDouble(r -> r).toArray();
        double[] every = new double[values.length];
        Arrays.fill(every, 1);
        return new CrossedClusters(who, what)
                .of(CrossedClusters.Shape.SHARE, CrossedClusters.mean(values, every));
    }

    private List<String> notes(List<LineupReport.MethodReport> methods) {
        var notes = new ArrayList<String>();
        if (sheet.repeated() > 0) {
            notes.add(
                    "%d records were there twice and were counted once."
                            .formatted(sheet.repeated()));
        }
        long simulated =
                sheet.participants().stream()
                        .filter(p -> p.began().place().equals(Simulation.PLACE))
                        .count();
        if (simulated > 0) {
            notes.add(
                    "%d of %d participants are simulated: their answers are formulas, not findings."
                            .formatted(simulated, sheet.participants().size()));
        }
        for (LineupReport.MethodReport method : methods) {
            if (method.present() + method.absent() == 0) {
                notes.add("There are no answers that count for %s.".formatted(method.label()));
            } else if (method.targets() < FEW_TARGETS) {
                notes.add(
                        "%s was judged on %d targets only: its intervals for other targets are wide."
                                .formatted(method.label(), method.targets()));
            }
            if (method.present() > 0 && method.together().isEmpty()) {
                notes.add(
                        "No answer for %s was about a target that the machine had found, so machine"
                                        .formatted(method.label())
                                + " and people cannot be multiplied.");
            }
        }
        return notes;
    }
}
