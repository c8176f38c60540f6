package revisage.lineup;

/// Whose answers count, fixed before the first of them.
///
/// @param mostFailed attention checks that may be failed, 0 or more
/// @param leastMedianSeconds an honest participant's median time a question is not below this; 0
///   for no such rule
public record PassRule(int mostFailed, double leastMedianSeconds) {

    public PassRule {
        if (mostFailed < 0 || !(leastMedianSeconds >= 0 && leastMedianSeconds < 600)) {
            throw new IllegalArgumentException(
                    "A pass rule allows 0 or more failed checks and a median of 0 to 600 s.");
        }
    }
}
