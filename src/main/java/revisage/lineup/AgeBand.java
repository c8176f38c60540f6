package revisage.lineup;

/// Age in five bands, all of them adults.
public enum AgeBand {
    /// 18 to 29.
    FROM_18,
    /// 30 to 39.
    FROM_30,
    /// 40 to 49.
    FROM_40,
    /// 50 to 59.
    FROM_50,
    /// 60 and above.
    FROM_60
}
