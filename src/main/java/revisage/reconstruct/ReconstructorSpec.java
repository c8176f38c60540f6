package revisage.reconstruct;

import java.util.OptionalDouble;

/// The methods this house knows, with their settings. Adding one here makes the compiler name every
/// place to extend.
public sealed interface ReconstructorSpec {

    /// Method as written in tables, for example `eigenfaces`.
    String method();

    /// Search as written in tables, for example `full-vector`; empty where there is none.
    String search();

    /// The linear warm start alone: no query a target.
    record Linear() implements ReconstructorSpec {

        @Override
        public String method() {
            return "linear";
        }

        @Override
        public String search() {
            return "";
        }
    }

    /// A trained network: no query a target.
    ///
    /// @param method as its card names it, for example `nbnet` or `naive (re-creation)`
    /// @param network SHA-256 of its file
    record Trained(String method, String network) implements ReconstructorSpec {

        @Override
        public String search() {
            return "";
        }
    }

    /// This project's own search with whole answers (methods.md 1.7).
    ///
    /// @param queries at most, for each target
    /// @param enough stop at this cosine, if given
    record FullVector(long queries, OptionalDouble enough) implements ReconstructorSpec {

        @Override
        public String method() {
            return "eigenfaces";
        }

        @Override
        public String search() {
            return "full-vector";
        }
    }

    /// One similarity a query, as few as possible.
    ///
    /// @param queries at most, for each target
    /// @param enough stop at this cosine, if given
    record Score(long queries, OptionalDouble enough) implements ReconstructorSpec {

        @Override
        public String method() {
            return "eigenfaces";
        }

        @Override
        public String search() {
            return "score";
        }
    }

    /// The published procedure. **Source** *Darker than Black-Box*, arXiv 2106.14290, released
    /// code; methods.md 1.3 and 1.4.
    ///
    /// @param batch candidates an iteration, 64 in the original
    /// @param iterations 2,000 in the seed study
    /// @param starts short starts, 10 in the original
    /// @param iterationsAStart 100 in the original
    /// @param stepLength root mean square change of a pixel scaled to -1..1, 0.005 in the original;
    ///   a fifth of it after the short starts
    record Reference(int batch, int iterations, int starts, int iterationsAStart, double stepLength)
            implements ReconstructorSpec {

        /// As released and as the seed study ran it: 128,000 queries.
        public static final Reference PUBLISHED = new Reference(64, 2_000, 10, 100, 0.005);

        @Override
        public String method() {
            return "eigenfaces";
        }

        @Override
        public String search() {
            return "reference";
        }
    }
}
