package revisage.study;

import revisage.match.ProbeScores;
import revisage.match.SourcePhotos;
import revisage.measure.Standing;
import revisage.vector.VectorSet;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// Compares probes with a gallery once; everything that is counted later follows from it.
final class ScoringPass {

    private final Matcher matcher;
    private final PhotoRule rule;
    private final OptionalDouble threshold;

    ScoringPass(Matcher matcher, PhotoRule rule, OptionalDouble threshold) {
        this.matcher = matcher;
        this.rule = rule;
        this.threshold = threshold;
    }

    /// @param people whom each probe is meant to show
    /// @param found their source photos
    /// @return for each probe where its person stands; empty where the person is not enrolled, or
    ///   with no photo that counts
    List<Optional<Standing>> standings(
            VectorSet probes,
            List<String> people,
            List<SourcePhotos.Found> found,
            Consumer<? super Progress> progress)
            throws WorkException, InterruptedException {
        var standings =
                new ArrayList<>(Collections.nCopies(people.size(), Optional.<Standing>empty()));
        matcher.search()
                .scores(
                        probes,
                        scores -> {
                            int i = scores.probe();
                            standings.set(
                                    i,
                                    matcher.gallery()
                                            .personNumber(people.get(i))
                                            .flatMap(p -> standing(scores, p, found.get(i))));
                        },
                        progress);
        return standings;
    }

    private Optional<Standing> standing(ProbeScores scores, int person, SourcePhotos.Found found) {
        BitSet leftOut = leftOut(found);
        float best = Float.NEGATIVE_INFINITY;
        for (int row : matcher.gallery().rowsOf(person)) {
            if (!leftOut.get(row)) {
                best = Math.max(best, scores.settleRow(row));
            }
        }
        scores.settle(best);
        threshold.ifPresent(t -> scores.settle((float) t));
        return matcher.roster().standing(scores.cosines(), 0, person, leftOut);
    }

    private BitSet leftOut(SourcePhotos.Found found) {
        var rows = new BitSet();
        switch (rule) {
            case TYPE_I -> {}
            case TYPE_II -> found.alike().forEach(rows::set);
        }
        return rows;
    }
}
