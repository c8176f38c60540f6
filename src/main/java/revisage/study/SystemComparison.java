package revisage.study;

import revisage.cloud.Answers;
import revisage.match.Candidate;
import revisage.match.Recogniser;
import revisage.match.Scale;
import revisage.people.FaceReader;
import revisage.store.MatchRow;
import revisage.study.SystemGround.Looked;
import revisage.study.SystemGround.Shown;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Several recognition systems look for the same faces among the same people.
///
/// @param systems stay the caller's
/// @param ground whom they enrol and look for
/// @param reader opens their pictures
/// @param plan what is counted
/// @param version of the program, for the report
public record SystemComparison(
        List<Entrant> systems,
        SystemGround ground,
        FaceReader reader,
        SystemPlan plan,
        String version)
        implements Work<Progress, SystemComparison.Result> {

    /// One system.
    ///
    /// @param threshold less alike candidates are not shown; on the system's scale
    /// @param answers where it is a cloud
    public record Entrant(
            Recogniser recogniser, OptionalDouble threshold, Optional<Answers> answers) {}

    /// @param rows the candidates that count, as many as the largest K, by system
    public record Result(SystemReport report, Map<String, List<MatchRow>> rows) {}

    public SystemComparison {
        systems = List.copyOf(systems);
    }

    @Override
    public Result run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var notes = new ArrayList<String>();
        var described = new ArrayList<SystemReport.SystemNote>();
        var lines = new ArrayList<SystemReport.Line>();
        var rows = new LinkedHashMap<String, List<MatchRow>>();
        var counting = new SystemCounting(ground, plan);
        int most = plan.ks().getLast() + ground.mostLeftOut(plan.rule());
        for (Entrant entrant : systems) {
            Recogniser system = entrant.recogniser();
            var found = new SystemMatching(system, ground, reader).run(most, events);
            described.add(described(entrant));
            entrant.answers().ifPresent(a -> notes.addAll(declined(a)));
            for (SystemMatching.Found one : found) {
                var line = counting.count(system.name(), system.scale(), entrant.threshold(), one);
                line.ifPresent(lines::add);
                if (line.isEmpty()) {
                    notes.add(
                            "None of the probes of %s shows a person who is enrolled with a photo that counts."
                                    .formatted(one.set().method()));
                }
            }
            rows.put(
                    system.name(),
                    found.stream().flatMap(f -> rows(f, counting).stream()).toList());
        }
        if (!ground.excluded().isEmpty()) {
            notes.add("%d pictures could not be used.".formatted(ground.excluded().size()));
        }
        return new Result(
                new SystemReport(
                        1,
                        version,
                        plan,
                        ground.people(),
                        ground.gallery().size(),
                        described,
                        lines,
                        notes.stream().distinct().toList()),
                rows);
    }

    /// What a cloud did not take, by reason.
    private static List<String> declined(Answers answers) {
        var reasons = new TreeMap<String, Integer>();
        answers.declined().forEach(d -> reasons.merge("to enrol, " + d.reason(), 1, Integer::sum));
        answers.asked()
                .forEach(
                        a ->
                                a.refused()
                                        .ifPresent(
                                                r ->
                                                        reasons.merge(
                                                                "to look for, " + r,
                                                                1,
                                                                Integer::sum)));
        return reasons.entrySet().stream()
                .map(
                        r ->
                                "%s did not take %d faces %s."
                                        .formatted(answers.label(), r.getValue(), r.getKey()))
                .toList();
    }

    private static SystemReport.SystemNote described(Entrant entrant) {
        Scale scale = entrant.recogniser().scale();
        return new SystemReport.SystemNote(
                entrant.recogniser().name(),
                entrant.answers().map(Answers::simulator).orElse(false),
                scale.name(),
                entrant.threshold().isPresent()
                        ? Optional.of(entrant.threshold().getAsDouble())
                        : Optional.empty(),
                entrant.answers().map(a -> a.declined().size()).orElse(0),
                entrant.answers()
                        .map(
                                a ->
                                        new SystemReport.Cloud(
                                                a.date(),
                                                a.model(),
                                                a.host(),
                                                a.region(),
                                                a.bill().calls(),
                                                a.bill().cap(),
                                                a.bill().cost(),
                                                a.bill().currency(),
                                                a.bill().seconds())));
    }

    private static List<MatchRow> rows(SystemMatching.Found found, SystemCounting counting) {
        Looked set = found.set();
        var rows = new ArrayList<MatchRow>();
        for (int p = 0; p < set.probes().size(); p++) {
            Shown probe = set.probes().get(p);
            List<Candidate> shown = counting.shown(found, p);
            for (int r = 0; r < shown.size(); r++) {
                Candidate c = shown.get(r);
                rows.add(
                        new MatchRow(
                                probe.id(),
                                probe.person(),
                                r + 1,
                                c.id(),
                                c.person(),
                                c.score().value()));
            }
        }
        return rows;
    }
}
