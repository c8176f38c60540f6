package revisage.reconstruct;

import revisage.extract.Extractor;
import revisage.face.FaceBatch;
import revisage.vector.UnitLength;
import revisage.work.WorkException;

/// The attacked extractor, asked for whole answers. Counts how often.
public final class VectorAnswers implements Access.Vectors {

    private final Extractor extractor;
    private long asked;

    /// @param extractor stays the caller's
    public VectorAnswers(Extractor extractor) {
        this.extractor = extractor;
    }

    @Override
    public int dimension() {
        return extractor.card().dimension();
    }

    @Override
    public float[] answers(FaceBatch candidates) throws WorkException, InterruptedException {
        float[] answers = extractor.embed(candidates);
        asked += candidates.count();
        UnitLength.scale(answers, candidates.count(), dimension());
        return answers;
    }

    /// Queries so far, also those of rounds that were lost by a stop.
    public long asked() {
        return asked;
    }
}
