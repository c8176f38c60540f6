package revisage.study;

import revisage.algebra.Matrix;
import revisage.reconstruct.SearchRun;
import revisage.work.Kept;
import revisage.work.WorkException;

import java.util.List;

/// Begins searches of one kind, or goes on with them. The same group and state give the same run.
public interface Searches {

    /// From the first query on.
    SearchRun begin(Group group) throws WorkException, InterruptedException;

    /// From a state on that [SearchRun#state()] gave.
    ///
    /// @param kept may hold more than the run put there
    SearchRun resume(Group group, Kept kept) throws WorkException, InterruptedException;

    /// Queries that the searches begun here have put to the extractor.
    long asked();

    /// Targets searched together.
    ///
    /// @param vectors `(m, d)`, rows of length 1
    /// @param seeds one a target: names its random streams, whatever group it is in
    record Group(Matrix vectors, List<Long> seeds) {

        public Group {
            seeds = List.copyOf(seeds);
            if (seeds.size() != vectors.rows()) {
                throw new IllegalArgumentException("one seed a target");
            }
        }
    }
}
