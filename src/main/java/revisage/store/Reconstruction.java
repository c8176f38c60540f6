package revisage.store;

/// A row of `reconstructions.csv`: one reconstructed face and how it came about.
///
/// @param id of the leaked vector: the source photo's path below its folder, where it is known
/// @param person whose vector it was
/// @param image the picture, below the table's folder, `/` between steps
/// @param method for example `eigenfaces`
/// @param search for example `full-vector`, or empty
/// @param queries faces shown to the attacked extractor for this target, 0 or more
/// @param cosine of the picture's vector with the leaked one, under the attacked extractor, -1..1
/// @param seconds spent on this target
/// @param extractor SHA-256 of the attacked extractor
public record Reconstruction(
        String id,
        String person,
        String image,
        String method,
        String search,
        long queries,
        double cosine,
        double seconds,
        long seed,
        String extractor) {

    /// Method and search, for tables and charts.
    public String label() {
        return search.isEmpty() ? method : method + " " + search;
    }
}
