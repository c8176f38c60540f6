package revisage.study;

import revisage.match.Gallery;
import revisage.measure.Acceptance;
import revisage.measure.Counting;
import revisage.measure.Equivalence;
import revisage.measure.FalseMatches;
import revisage.measure.Grid;
import revisage.measure.ImpostorScores;
import revisage.measure.RateCell;
import revisage.measure.Standing;
import revisage.measure.Standings;
import revisage.store.StoredGallery.Excluded;
import revisage.study.LineScoring.Outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Counts what a scoring pass found: nothing is compared again.
final class LineCounting {

    private static final int LONGEST_LIST = 50;
    private static final int MAGNETS = 10;

    private final Under under;
    private final SweepPlan plan;
    private final List<Integer> ns;
    private final Optional<ImpostorScores> impostors;

    /// Who recognises, and whom.
    ///
    /// @param name for charts
    /// @param sha256 of the extractor's file, or of a cloud's answers
    /// @param people enrolled, in the order of the roster
    /// @param cosines whether scores are cosines
    record Under(String name, String sha256, List<String> people, boolean cosines) {

        Under {
            people = List.copyOf(people);
        }

        static Under of(Matcher matcher) {
            Gallery gallery = matcher.gallery();
            return new Under(matcher.name(), gallery.card().sha256(), gallery.people(), true);
        }
    }

    /// @param ns numbers of people, none above the gallery's
    LineCounting(
            Under under, SweepPlan plan, List<Integer> ns, Optional<ImpostorScores> impostors) {
        this.under = under;
        this.plan = plan;
        this.ns = List.copyOf(ns);
        this.impostors = impostors;
    }

    /// @param excluded probes that could not be used
    /// @param whole whether the place of the right person is known for each probe, also far down
    /// @return empty if no probe can be counted
    Optional<SweepLine> count(
            ProbeSet set, List<Excluded> excluded, List<Outcome> outcomes, boolean whole) {
        List<Standing> ranked = outcomes.stream().flatMap(o -> o.standing().stream()).toList();
        if (ranked.isEmpty() || plan.ks().isEmpty()) {
            return Optional.empty();
        }
        var standings = new Standings(ranked);
        boolean sameModel = set.attacked().equals(Optional.of(under.sha256()));
        int strangers = (int) outcomes.stream().filter(o -> !o.enrolled()).count();
        return Optional.of(
                new SweepLine(
                        under.name(),
                        under.sha256(),
                        set.method(),
                        set.attacked(),
                        sameModel,
                        plan.rule(),
                        ranked.size(),
                        strangers,
                        outcomes.size() - strangers - ranked.size(),
                        (int) outcomes.stream().filter(o -> o.found().source().isPresent()).count(),
                        excluded,
                        cells(set, standings, outcomes),
                        whole ? identification(standings) : List.of(),
                        acceptance(standings),
                        falseMatches(standings),
                        cosines(standings, outcomes),
                        queries(outcomes)));
    }

    private List<Double> identification(Standings standings) {
        return standings.cumulativeMatch(Math.min(LONGEST_LIST, under.people().size()));
    }

    private List<SweepLine.Cell> cells(ProbeSet set, Standings standings, List<Outcome> outcomes) {
        var both =
                outcomes.stream()
                        .filter(o -> o.standing().isPresent() && o.photo().isPresent())
                        .toList();
        boolean beside = set.attacked().isPresent() && !both.isEmpty();
        var cells = new ArrayList<SweepLine.Cell>();
        for (Counting counting : plan.counting()) {
            var grid = new Grid(plan.ks(), ns, counting, plan.threshold(), plan.seed());
            for (RateCell cell : standings.rates(grid)) {
                cells.add(
                        new SweepLine.Cell(
                                counting,
                                cell.k(),
                                cell.people(),
                                cell.rates().truePositive(),
                                cell.rates().falsePositive(),
                                cell.rates().noMatch(),
                                cell.interval().low(),
                                cell.interval().high(),
                                cell.chance(),
                                cell.lift(),
                                beside
                                        ? Optional.of(photos(both, cell, counting))
                                        : Optional.empty()));
            }
        }
        return cells;
    }

    private SweepLine.Photos photos(List<Outcome> both, RateCell cell, Counting counting) {
        var first = new Standings(both.stream().map(o -> o.standing().orElseThrow()).toList());
        var photos = new Standings(both.stream().map(o -> o.photo().orElseThrow()).toList());
        var equivalence =
                Equivalence.of(first, photos, cell.k(), cell.people(), counting, plan.seed());
        return new SweepLine.Photos(
                equivalence.second(),
                both.size(),
                equivalence.quotient().isPresent()
                        ? Optional.of(equivalence.quotient().getAsDouble())
                        : Optional.empty(),
                equivalence.ratio().map(r -> r.low()),
                equivalence.ratio().map(r -> r.high()));
    }

    private List<SweepLine.Accepted> acceptance(Standings standings) {
        var accepted = new ArrayList<SweepLine.Accepted>();
        for (double rate : new double[] {1e-2, 1e-3}) {
            impostors
                    .flatMap(i -> i.threshold(rate))
                    .map(t -> Acceptance.of(standings, t, plan.seed()))
                    .map(
                            a ->
                                    new SweepLine.Accepted(
                                            rate,
                                            a.threshold().score(),
                                            a.threshold().pairs(),
                                            a.share(),
                                            a.interval().low(),
                                            a.interval().high()))
                    .ifPresent(accepted::add);
        }
        return accepted;
    }

    private List<SweepLine.Repeated> falseMatches(Standings standings) {
        var repeated = new ArrayList<SweepLine.Repeated>();
        for (Counting counting : plan.counting()) {
            for (int k : plan.ks()) {
                FalseMatches.first(standings, k, counting, plan.threshold())
                        .map(f -> repeated(counting, k, f))
                        .ifPresent(repeated::add);
            }
        }
        return repeated;
    }

    private SweepLine.Repeated repeated(Counting counting, int k, FalseMatches found) {
        var magnets =
                found.magnets().stream()
                        .limit(MAGNETS)
                        .map(m -> new SweepLine.Magnet(under.people().get(m.person()), m.probes()))
                        .toList();
        return new SweepLine.Repeated(
                counting,
                k,
                found.total(),
                found.repeatedShare(),
                found.topShare(),
                found.evenness(),
                magnets);
    }

    private SweepLine.Cosines cosines(Standings standings, List<Outcome> outcomes) {
        var attacked = new ArrayList<Double>();
        var source = new ArrayList<Double>();
        for (Outcome outcome : outcomes) {
            outcome.probe().made().ifPresent(m -> attacked.add(m.cosine()));
            outcome.sourceCosine().ifPresent(source::add);
        }
        var others = new ArrayList<Double>();
        for (Standing standing : under.cosines() ? standings.probes() : List.<Standing>of()) {
            double sum = 0;
            for (float score : standing.ownScores()) {
                sum += score;
            }
            others.add(sum / standing.ownPictures());
        }
        return new SweepLine.Cosines(
                attacked.isEmpty() ? Optional.empty() : Optional.of(SweepLine.Spread.of(attacked)),
                source.isEmpty() ? Optional.empty() : Optional.of(SweepLine.Spread.of(source)),
                others.isEmpty() ? Optional.empty() : Optional.of(SweepLine.Spread.of(others)));
    }

    private static Optional<Double> queries(List<Outcome> outcomes) {
        var queries =
                outcomes.stream()
                        .flatMap(o -> o.probe().made().stream())
                        .mapToDouble(Probe.Made::queries)
                        .average();
        return queries.isPresent() ? Optional.of(queries.getAsDouble()) : Optional.empty();
    }
}
