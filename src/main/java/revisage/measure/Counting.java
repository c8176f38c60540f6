package revisage.measure;

/// What the `k` of a top-k answer counts.
public enum Counting {
    /// The k most alike people, each by the best of their pictures: the rank-k identification rate.
    PEOPLE,

    /// The k most alike pictures, of which several may show one person: the seed study's count.
    PICTURES
}
