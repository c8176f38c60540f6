package revisage.window.lineup;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import revisage.lineup.AgeBand;
import revisage.lineup.AnswerLog;
import revisage.lineup.Entry;
import revisage.lineup.Forms;
import revisage.lineup.Gender;
import revisage.lineup.LineupPlan;
import revisage.lineup.LineupWords;
import revisage.lineup.ParticipantCode;
import revisage.lineup.Questionnaire;
import revisage.lineup.Questionnaire.SameOrDifferent;
import revisage.lineup.Questionnaire.WhoIsIt;
import revisage.window.Jobs;
import revisage.window.Jobs.Outcome;
import revisage.window.Problem;
import revisage.work.WorkException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// One machine that asks one participant after the other. An answer is on the disk before the next
/// screen is shown; what arrives meanwhile is not heard. Touched by the screen's thread only.
final class KioskModel {

    private final LineupPlan plan;
    private final KioskOrder order;
    private final AnswerLog log;
    private final Forms forms;
    private final Jobs jobs;
    private final LongSupplier nanos;
    private final ObjectProperty<State> state;
    private LineupWords words;
    private Optional<Questionnaire> given = Optional.empty();
    private boolean told;
    private boolean keeping;

    /// All the kiosk can show.
    sealed interface State {

        /// Whoever comes, chooses a language.
        record Start() implements State {}

        /// Somebody did not come to the end: is it they who are back?
        record Back(String code, int answered, int questions) implements State {}

        /// What is agreed to.
        record Consent(String text) implements State {}

        /// Age and gender.
        record About() implements State {}

        /// How it works.
        record How() implements State {}

        /// The same person or not?
        record Pair(SameOrDifferent screen, int position, int questions) implements State {}

        /// Who is it?
        record Ask(WhoIsIt screen, OpenQuestion marks, int position, int questions)
                implements State {}

        /// The end.
        record Thanks(String code) implements State {}

        /// Nobody's answers are kept; the sentence says why.
        record Gone(String sentence) implements State {}

        /// An answer could not be kept: nothing goes on until it can.
        record Stuck(Problem problem) implements State {}
    }

    /// What changes the log.
    private interface Change {
        void make() throws WorkException, InterruptedException;
    }

    /// @param log opened for this machine; closed by whoever opened it
    /// @param nanos a clock
    KioskModel(KioskOrder order, AnswerLog log, Jobs jobs, LongSupplier nanos) {
        this.plan = order.study().plan();
        this.order = order;
        this.log = log;
        this.forms = new Forms(plan);
        this.jobs = jobs;
        this.nanos = nanos;
        this.words = LineupWords.of(plan.languages().getFirst());
        this.state = new SimpleObjectProperty<>(new State.Start());
        log.unfinished().keySet().stream().reduce((_, last) -> last).ifPresent(this::offer);
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state;
    }

    /// In the language that was chosen.
    LineupWords words() {
        return words;
    }

    LineupPlan plan() {
        return plan;
    }

    /// Of the participant who is there, if one is.
    Optional<String> participant() {
        return given.map(Questionnaire::participant);
    }

    // ---- who comes ----

    /// Somebody new.
    void choose(String language) {
        int form = Forms.free(order.machine(), order.machines(), log.forms());
        give(form, ParticipantCode.fresh(), language);
        show();
    }

    private void give(int form, String code, String language) {
        words = LineupWords.of(language);
        given = Optional.of(forms.questionnaire(form, code, language));
        told = false;
    }

    /// Somebody who types in their code; says whether anybody here has it.
    boolean comeBack(String code) {
        String known = code.strip().toUpperCase(java.util.Locale.ROOT);
        boolean open = log.unfinished().containsKey(known);
        if (open) {
            offer(known);
        }
        return open;
    }

    private void offer(String code) {
        Entry.Began began = log.unfinished().get(code);
        if (began == null) {
            return;
        }
        give(began.form(), code, began.language());
        Questionnaire questionnaire = given.orElseThrow();
        int next = questionnaire.next(log.of(code));
        state.set(
                new State.Back(
                        code,
                        questions(questionnaire.screens().subList(0, next)),
                        questions(questionnaire.screens())));
    }

    /// Goes on where one was.
    void resume() {
        show();
    }

    /// Deletes what was answered before, and begins again.
    void anew() {
        withdraw(new State.Start());
    }

    /// Nobody who was here before.
    void stranger() {
        given = Optional.empty();
        state.set(new State.Start());
    }

    // ---- what they answer ----

    /// Consent, and 18 or older.
    void agree() {
        Questionnaire q = given.orElseThrow();
        add(
                new Entry.Began(
                        q.participant(), q.form(), q.language(), order.place(), Optional.empty()));
    }

    /// No consent.
    void refuse() {
        given = Optional.empty();
        state.set(new State.Gone(words.get("consent.refused")));
    }

    void about(Optional<AgeBand> age, Optional<Gender> gender) {
        add(new Entry.About(code(), age, gender));
    }

    /// It was read how it works.
    void understood() {
        told = true;
        show();
    }

    /// @param millis from the screen to the answer
    void judge(boolean same, long millis) {
        if (state.get() instanceof State.Pair(SameOrDifferent screen, int position, _)) {
            add(new Entry.Judged(code(), screen.question(), position, same, millis));
        }
    }

    /// Goes on, if nothing is missing; says whether something is.
    boolean answer() {
        if (state.get() instanceof State.Ask ask) {
            Optional<Entry.Answered> answer = ask.marks().answer(code());
            answer.ifPresent(this::add);
            return answer.isEmpty();
        }
        return false;
    }

    /// Everything of this participant goes.
    void withdraw() {
        withdraw(new State.Gone(words.get("withdraw.done")));
    }

    private void withdraw(State then) {
        String code = code();
        if (log.began(code).isEmpty()) {
            given = Optional.empty();
            state.set(then);
            return;
        }
        change(
                () -> log.withdraw(code),
                () -> {
                    given = Optional.empty();
                    state.set(then);
                });
    }

    /// The next participant may come.
    void leave() {
        stranger();
    }

    // ---- the log ----

    private String code() {
        return given.orElseThrow().participant();
    }

    private void add(Entry entry) {
        change(() -> log.add(entry), this::show);
    }

    /// Once: a second press while the first is being kept is not heard.
    private void change(Change change, Runnable then) {
        if (keeping) {
            return;
        }
        keeping = true;
        jobs.light(
                _ -> {
                    change.make();
                    return true;
                },
                (Outcome<Boolean> outcome) -> {
                    keeping = false;
                    switch (outcome) {
                        case Outcome.Done<Boolean> _ -> then.run();
                        case Outcome.Stopped<Boolean> _ -> {}
                        case Outcome.Failed<Boolean>(Problem problem) ->
                                state.set(new State.Stuck(problem));
                    }
                });
    }

    /// The first screen that is not answered yet.
    void show() {
        Questionnaire q = given.orElseThrow();
        List<Entry> entries = log.of(q.participant());
        int next = q.next(entries);
        int position = questions(q.screens().subList(0, next)) + 1;
        int count = questions(q.screens());
        switch (q.screens().get(next)) {
            case Questionnaire.Consent(String text) -> state.set(new State.Consent(text));
            case Questionnaire.AboutYou() -> state.set(new State.About());
            case SameOrDifferent pair -> state.set(new State.Pair(pair, position, count));
            case WhoIsIt who ->
                    state.set(
                            told
                                    ? new State.Ask(who, marks(who, position), position, count)
                                    : new State.How());
            case Questionnaire.Thanks() -> thank(q, entries);
        }
    }

    private OpenQuestion marks(WhoIsIt who, int position) {
        return new OpenQuestion(who, position, plan.severalChoices(), plan.confidence(), nanos);
    }

    private void thank(Questionnaire q, List<Entry> entries) {
        if (entries.stream().anyMatch(Entry.Finished.class::isInstance)) {
            state.set(new State.Thanks(q.participant()));
        } else {
            add(new Entry.Finished(q.participant()));
        }
    }

    private static int questions(List<Questionnaire.Screen> screens) {
        return (int)
                screens.stream()
                        .filter(s -> s instanceof SameOrDifferent || s instanceof WhoIsIt)
                        .count();
    }

    /// Languages to choose from, each by its own name.
    Map<String, String> languages() {
        var names = new java.util.LinkedHashMap<String, String>();
        plan.languages().forEach(l -> names.put(l, LineupWords.of(l).get("language.name")));
        return names;
    }
}
