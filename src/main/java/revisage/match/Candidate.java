package revisage.match;

/// A picture that a recogniser holds for alike.
///
/// @param id of the enrolled picture
/// @param person whose picture it is
public record Candidate(String id, String person, Score score) {}
