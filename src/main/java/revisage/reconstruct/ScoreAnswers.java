package revisage.reconstruct;

import revisage.algebra.Matrix;
import revisage.extract.Extractor;
import revisage.face.FaceBatch;
import revisage.vector.UnitLength;
import revisage.work.WorkException;

/// The attacked extractor behind a compare service: it keeps the leaked vectors to itself and gives
/// one cosine a query. Counts how often it was asked.
public final class ScoreAnswers implements Access.Scores {

    private final Extractor extractor;
    private final Matrix targets;
    private long asked;

    /// @param extractor stays the caller's
    /// @param targets `(targets, d)`, rows of length 1
    public ScoreAnswers(Extractor extractor, Matrix targets) {
        if (targets.columns() != extractor.card().dimension()) {
            throw new IllegalArgumentException(
                    "targets of %d dimensions, extractor of %d"
                            .formatted(targets.columns(), extractor.card().dimension()));
        }
        this.extractor = extractor;
        this.targets = targets;
    }

    @Override
    public int dimension() {
        return targets.columns();
    }

    @Override
    public double[] scores(FaceBatch candidates, int[] compared)
            throws WorkException, InterruptedException {
        int d = dimension();
        float[] answers = extractor.embed(candidates);
        asked += candidates.count();
        UnitLength.scale(answers, candidates.count(), d);
        double[] scores = new double[candidates.count()];
        for (int i = 0; i < scores.length; i++) {
            double sum = 0;
            for (int j = 0; j < d; j++) {
                sum += (double) answers[i * d + j] * targets.at(compared[i], j);
            }
            scores[i] = sum;
        }
        return scores;
    }

    /// Queries so far, also those of rounds that were lost by a stop.
    public long asked() {
        return asked;
    }
}
