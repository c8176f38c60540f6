package revisage.reconstruct;

import revisage.face.FaceBatch;
import revisage.work.WorkException;

/// What a search may ask the attacked extractor: the threat model as a type.
///
/// A search that needs similarity scores only cannot be handed vectors by mistake.
public sealed interface Access {

    /// d of the attacked extractor.
    int dimension();

    /// The whole answer of the extractor (Wenger et al., arXiv 2202.05760, Definition 1).
    non-sealed interface Vectors extends Access {

        /// Each face of the batch counts as one query.
        ///
        /// @return `(n, d)`, each row of length 1
        float[] answers(FaceBatch candidates) throws WorkException, InterruptedException;
    }

    /// One number a query, as a compare service gives it.
    non-sealed interface Scores extends Access {

        /// Each face of the batch counts as one query.
        ///
        /// @param targets for each face, which of the targets it is compared with, 0..targets - 1
        /// @return n cosines, -1..1
        double[] scores(FaceBatch candidates, int[] targets)
                throws WorkException, InterruptedException;
    }
}
