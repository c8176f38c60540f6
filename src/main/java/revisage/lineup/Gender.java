package revisage.lineup;

/// As the paper asked.
public enum Gender {
    FEMALE,
    MALE,
    UNDISCLOSED
}
