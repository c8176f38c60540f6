package revisage.store;

/// How a computed face came about: what its picture file says of itself. Holds nothing about the
/// person.
///
/// @param method for example `eigenfaces`
/// @param search for example `full-vector`, or empty
/// @param queries faces shown to the attacked extractor for this target, 0 or more
/// @param cosine of the picture's vector with the leaked one, under the attacked extractor, -1..1
/// @param seed of the run
/// @param extractor SHA-256 of the attacked extractor
public record Estimate(
        String method, String search, long queries, double cosine, long seed, String extractor) {

    public Estimate {
        if (method.isEmpty() || queries < 0 || !(Math.abs(cosine) <= 1.000_001)) {
            throw new IllegalArgumentException("an estimate has a method, queries and a cosine");
        }
    }

    /// The same facts from the table's row.
    public static Estimate of(Reconstruction row) {
        return new Estimate(
                row.method(),
                row.search(),
                row.queries(),
                row.cosine(),
                row.seed(),
                row.extractor());
    }
}
