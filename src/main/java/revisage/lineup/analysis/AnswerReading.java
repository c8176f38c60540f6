package revisage.lineup.analysis;

import revisage.lineup.AttentionCheck;
import revisage.lineup.Entry;
import revisage.lineup.Forms;
import revisage.lineup.LineupException;
import revisage.lineup.LineupItem;
import revisage.lineup.LineupPlan;
import revisage.lineup.PassRule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Checks entries from any number of files against the plan they answer, and joins them with the
/// truth. What cannot have come about by answering is refused, with its file and row.
public final class AnswerReading {

    private static final String EDITED = "Take the file as it was written, or correct the row.";

    private final LineupPlan plan;
    private final Forms forms;
    private final Map<String, LineupItem> items;
    private final Map<String, AttentionCheck> checks;
    private final Map<String, Boolean> same = new HashMap<>();

    /// @param plan the study's
    public AnswerReading(LineupPlan plan) {
        this.plan = plan;
        this.forms = new Forms(plan);
        this.items =
                plan.items().stream()
                        .collect(Collectors.toMap(LineupItem::id, Function.identity()));
        this.checks =
                plan.checks().stream()
                        .collect(Collectors.toMap(AttentionCheck::id, Function.identity()));
        plan.ability().forEach(pair -> same.put(pair.id(), pair.same()));
    }

    /// Scratch: what one participant's entries say, with where each was read.
    private static final class Folder {
        private final Map<String, SourcedEntry> once = new TreeMap<>();

        /// @return false if the very same is there already
        boolean add(String what, SourcedEntry entry) throws LineupException {
            SourcedEntry before = once.putIfAbsent(what, entry);
            if (before != null && !before.entry().equals(entry.entry())) {
                throw new LineupException(
                        "%s contradicts %s: participant %s has two different records of %s."
                                .formatted(
                                        entry.place(),
                                        before.place(),
                                        entry.entry().participant(),
                                        what),
                        "Leave one of the two files out, or correct the row.");
            }
            return before == null;
        }
    }

    /// @throws LineupException with the file, the row and the reason
    public Sheet read(List<SourcedEntry> entries) throws LineupException {
        Map<String, Folder> folders = new TreeMap<>();
        int withdrew = 0;
        int repeated = 0;
        for (SourcedEntry entry : entries) {
            String who = entry.entry().participant();
            boolean fresh =
                    switch (entry.entry()) {
                        case Entry.Withdrew _ -> {
                            withdrew++;
                            yield true;
                        }
                        case Entry.Began _ -> folder(folders, who).add("the beginning", entry);
                        case Entry.About _ -> folder(folders, who).add("age and gender", entry);
                        case Entry.Finished _ -> folder(folders, who).add("the end", entry);
                        case Entry.Judged j ->
                                folder(folders, who).add("question " + j.question(), entry);
                        case Entry.Answered a ->
                                folder(folders, who).add("question " + a.question(), entry);
                    };
            repeated += fresh ? 0 : 1;
        }
        var participants = new ArrayList<Participant>();
        for (Folder folder : folders.values()) {
            participants.add(participant(folder));
        }
        return new Sheet(plan, participants, withdrew, repeated);
    }

    private static Folder folder(Map<String, Folder> folders, String who) {
        return folders.computeIfAbsent(who, _ -> new Folder());
    }

    private Participant participant(Folder folder) throws LineupException {
        SourcedEntry beginning = folder.once.get("the beginning");
        SourcedEntry some = folder.once.values().iterator().next();
        if (beginning == null || !(beginning.entry() instanceof Entry.Began began)) {
            throw refused(some, "participant has answers and no beginning (no consent)");
        }
        if (!plan.languages().contains(began.language())) {
            throw refused(beginning, "the study is not in '" + began.language() + "'");
        }
        Set<String> form =
                forms.deal(began.form()).stream().map(LineupItem::id).collect(Collectors.toSet());
        var trials = new ArrayList<Trial>();
        var passed = new ArrayList<Participant.Checked>();
        var judged = new ArrayList<Participant.Judgement>();
        Optional<Entry.About> about = Optional.empty();
        boolean finished = false;
        for (SourcedEntry entry : folder.once.values()) {
            switch (entry.entry()) {
                case Entry.About told -> about = Optional.of(told);
                case Entry.Finished _ -> finished = true;
                case Entry.Judged j -> judged.add(judgement(j, entry));
                case Entry.Answered a when checks.containsKey(a.question()) ->
                        passed.add(checked(a, entry));
                case Entry.Answered a -> trials.add(trial(a, entry, form));
                case Entry.Began _, Entry.Withdrew _ -> {}
            }
        }
        if (finished && trials.size() < form.size()) {
            throw refused(
                    folder.once.getOrDefault("the end", some),
                    "participant is at the end with %d of %d questions answered"
                            .formatted(trials.size(), form.size()));
        }
        trials.sort((a, b) -> Integer.compare(a.position(), b.position()));
        var all = new Participant(began, about, finished, trials, passed, judged, Optional.empty());
        return new Participant(
                began, about, finished, trials, passed, judged, why(all, plan.passRule()));
    }

    private static Optional<String> why(Participant p, PassRule rule) {
        if (!p.finished()) {
            return Optional.of("did not finish");
        }
        if (p.failed() > rule.mostFailed()) {
            return Optional.of(
                    "failed %d attention checks, %d allowed"
                            .formatted(p.failed(), rule.mostFailed()));
        }
        double median = p.medianSeconds().orElse(0.0);
        return median < rule.leastMedianSeconds()
                ? Optional.of(
                        String.format(
                                Locale.ROOT,
                                "median of %.1f s a question, at least %.1f s wanted",
                                median,
                                rule.leastMedianSeconds()))
                : Optional.empty();
    }

    private Trial trial(Entry.Answered a, SourcedEntry entry, Set<String> form)
            throws LineupException {
        LineupItem item = items.get(a.question());
        if (item == null) {
            throw refused(entry, "the study has no question '" + a.question() + "'");
        }
        if (!form.contains(a.question())) {
            throw refused(
                    entry, "question '" + a.question() + "' is not of the participant's form");
        }
        requireShown(a, item.options().stream().map(o -> o.picture()).toList(), entry);
        return new Trial(
                a.participant(),
                item,
                a.position(),
                a.shown(),
                a.choices(),
                a.first(),
                a.last(),
                a.confidence(),
                plan.confidence().strength(a.confidence()),
                plan.confidence().confident(a.confidence()),
                a.firstMillis(),
                a.millis());
    }

    private Participant.Checked checked(Entry.Answered a, SourcedEntry entry)
            throws LineupException {
        AttentionCheck check = checks.get(a.question());
        if (check == null) {
            throw new IllegalStateException("asked for before");
        }
        requireShown(a, check.options(), entry);
        return new Participant.Checked(check, a);
    }

    private void requireShown(Entry.Answered a, List<String> options, SourcedEntry entry)
            throws LineupException {
        if (!plan.confidence().holds(a.confidence())) {
            throw refused(
                    entry,
                    "%d is no step of the scale %s"
                            .formatted(a.confidence(), plan.confidence().steps()));
        }
        if (a.shown().size() != options.size()
                || !new HashSet<>(a.shown()).equals(new HashSet<>(options))) {
            throw refused(
                    entry, "the photos shown are not those of question '" + a.question() + "'");
        }
        if (!plan.severalChoices() && a.choices().size() > 1) {
            throw refused(
                    entry, "%d photos are picked where one may be".formatted(a.choices().size()));
        }
    }

    private Participant.Judgement judgement(Entry.Judged j, SourcedEntry entry)
            throws LineupException {
        Boolean truth = same.get(j.question());
        if (truth == null) {
            throw refused(entry, "the study has no pair '" + j.question() + "'");
        }
        return new Participant.Judgement(truth, j);
    }

    private static LineupException refused(SourcedEntry entry, String reason) {
        return new LineupException(
                "%s (participant %s): %s."
                        .formatted(entry.place(), entry.entry().participant(), reason),
                EDITED);
    }
}
