package revisage.study;

import revisage.cloud.AnsweredRecogniser;
import revisage.cloud.Answers;
import revisage.match.Candidate;
import revisage.measure.Counting;
import revisage.measure.Roster;
import revisage.measure.Standing;
import revisage.people.FaceReader;
import revisage.store.StoredGallery.Excluded;
import revisage.study.SystemGround.Shown;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// A cloud's lines of a sweep, counted from its answers as a local gallery's are from its scores.
///
/// A service tells a list, not all scores. Where the list ends before the right person, the person
/// stands somewhere behind it: K beyond the list and fewer people than are enrolled cannot be told
/// then, and are left out. No verification, and no cosines: scores of a cloud are its own.
///
/// @param gallery whom the cloud enrolled
/// @param notes what it cannot give
public record CloudLines(
        SweepReport.GalleryNote gallery, List<SweepLine> lines, List<String> notes) {

    public CloudLines {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /// @param threshold on the service's scale; without one every answer counts
    static CloudLines of(
            SystemGround ground,
            FaceReader reader,
            SweepPlan plan,
            OptionalDouble threshold,
            Answers answers,
            Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var making = new Making(ground, plan, threshold.orElse(0), answers);
        try (var cloud = new AnsweredRecogniser(answers)) {
            int most = ground.gallery().size();
            for (var found : new SystemMatching(cloud, ground, reader).run(most, events)) {
                making.add(found);
            }
        }
        if (threshold.isPresent()) {
            making.notes.add(
                    "Of %s, candidates below %s are no match."
                            .formatted(answers.label(), threshold.getAsDouble()));
        }
        return new CloudLines(making.gallery(), making.lines, making.notes);
    }

    /// Scratch of one cloud.
    private static final class Making {

        /// Below every score of a service: not in its list. The right person stands behind all
        /// others who are not.
        private static final float UNTOLD = -1;

        private static final float UNTOLD_OWN = -2;

        private final SystemGround ground;
        private final SweepPlan plan;
        private final double threshold;
        private final Answers answers;
        private final String sha256;
        private final SystemSources sources;
        private final Map<String, Integer> rows = new HashMap<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> people;
        private final Roster roster;
        private final Map<String, Integer> told = new HashMap<>();
        private final List<SweepLine> lines = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Making(SystemGround ground, SweepPlan plan, double threshold, Answers answers) {
            this.ground = ground;
            this.plan = plan;
            this.threshold = threshold;
            this.answers = answers;
            sha256 = answers.sha256();
            sources = new SystemSources(ground);
            people = ground.gallery().stream().map(Shown::person).distinct().toList();
            people.forEach(p -> numbers.put(p, numbers.size()));
            ground.gallery().forEach(s -> rows.put(s.id(), rows.size()));
            roster =
                    new Roster(
                            ground.gallery().stream().mapToInt(s -> number(s.person())).toArray(),
                            people.size());
            answers.asked().forEach(a -> told.put(a.face(), a.found().size()));
        }

        private int number(String person) {
            return Optional.ofNullable(numbers.get(person)).orElseThrow();
        }

        SweepReport.GalleryNote gallery() {
            return new SweepReport.GalleryNote(
                    answers.label(),
                    sha256,
                    answers.host(),
                    "as sent",
                    people.size(),
                    ground.gallery().size(),
                    answers.declined().size());
        }

        void add(SystemMatching.Found found) throws WorkException {
            ProbeSet set = found.set().set();
            var probes = new HashMap<String, Probe>();
            set.probes().forEach(p -> probes.put(p.id(), p));
            var outcomes = new ArrayList<LineScoring.Outcome>();
            var reach = new Reach();
            for (int i = 0; i < found.rankings().size(); i++) {
                Shown shown = found.set().probes().get(i);
                var source = sources.of(found.set(), shown);
                var leftOut = new BitSet();
                if (plan.rule() == PhotoRule.TYPE_II) {
                    source.alike().forEach(leftOut::set);
                }
                List<Candidate> listed =
                        found.rankings().get(i).candidates().stream()
                                .filter(c -> !leftOut.get(row(c)))
                                .toList();
                boolean enrolled = numbers.containsKey(shown.person());
                Optional<Standing> standing =
                        enrolled ? standing(shown.person(), listed, leftOut) : Optional.empty();
                standing.ifPresent(s -> reach.add(s, listed, ended(shown)));
                outcomes.add(
                        new LineScoring.Outcome(
                                Optional.ofNullable(probes.get(shown.id())).orElseThrow(),
                                enrolled,
                                source,
                                standing,
                                Optional.empty(),
                                Optional.empty()));
            }
            count(set, outcomes, reach);
        }

        /// Whether the service had more to tell than it was asked for.
        private boolean ended(Shown shown) {
            return told.getOrDefault(shown.face(), 0) >= Math.min(answers.most(), enrolled());
        }

        private int enrolled() {
            return answers.gallery().size();
        }

        private int row(Candidate candidate) {
            return Optional.ofNullable(rows.get(candidate.id())).orElseThrow();
        }

        private Optional<Standing> standing(String person, List<Candidate> listed, BitSet left) {
            float[] scores = new float[ground.gallery().size()];
            int number = number(person);
            for (int row = 0; row < scores.length; row++) {
                scores[row] = roster.personOf(row) == number ? UNTOLD_OWN : UNTOLD;
            }
            listed.forEach(c -> scores[row(c)] = (float) c.score().value());
            return roster.standing(scores, 0, number, left);
        }

        private void count(ProbeSet set, List<LineScoring.Outcome> outcomes, Reach reach)
                throws WorkException {
            List<Integer> ns =
                    reach.cut
                            ? List.of(people.size())
                            : Sweep.people(
                                    plan,
                                    people.size(),
                                    ground.gallery().size(),
                                    answers.label(),
                                    notes);
            if (reach.cut) {
                notes.add(
                        "%s gives %d answers to a face, and some of %s end before the right person: K up to %d pictures can be told, for all %d people alone."
                                .formatted(
                                        answers.label(),
                                        answers.most(),
                                        set.method(),
                                        reach.pictures,
                                        people.size()));
            }
            var under = new LineCounting.Under(answers.label(), sha256, people, false);
            new LineCounting(under, reach.tellable(plan, threshold), ns, Optional.empty())
                    .count(set, excluded(set), outcomes, !reach.cut)
                    .ifPresentOrElse(
                            lines::add,
                            () ->
                                    notes.add(
                                            "None of the probes of %s can be counted under %s."
                                                    .formatted(set.method(), answers.label())));
        }

        private List<Excluded> excluded(ProbeSet set) {
            var ids = set.probes().stream().map(Probe::id).toList();
            return ground.excluded().stream().filter(e -> ids.contains(e.id())).toList();
        }
    }

    /// How far the lists of one set reach. Scratch.
    private static final class Reach {

        private boolean cut;
        private int pictures = Integer.MAX_VALUE;
        private int persons = Integer.MAX_VALUE;

        void add(Standing standing, List<Candidate> listed, boolean ended) {
            boolean behind = standing.score() < 0;
            if (behind && ended && listed.size() < all(standing)) {
                cut = true;
                pictures = Math.min(pictures, listed.size());
                persons =
                        Math.min(
                                persons,
                                (int) listed.stream().map(Candidate::person).distinct().count());
            }
        }

        private static int all(Standing standing) {
            return standing.ownPictures() + (int) standing.picturesAhead();
        }

        /// The plan, as far as the lists reach.
        SweepPlan tellable(SweepPlan plan, double threshold) {
            List<Integer> ks = plan.ks().stream().filter(k -> k <= pictures).toList();
            List<Counting> counting =
                    plan.counting().stream()
                            .filter(
                                    c ->
                                            switch (c) {
                                                case PICTURES -> true;
                                                case PEOPLE ->
                                                        ks.isEmpty() || ks.getLast() <= persons;
                                            })
                            .toList();
            return new SweepPlan(
                    ks,
                    plan.ns(),
                    counting.isEmpty() ? List.of(Counting.PICTURES) : counting,
                    plan.rule(),
                    OptionalDouble.of(threshold),
                    plan.seed());
        }
    }
}
