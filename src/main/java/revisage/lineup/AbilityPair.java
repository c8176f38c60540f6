package revisage.lineup;

/// A question of the short ability test: do two photos show the same person?
///
/// @param id a code that hints at nothing
/// @param left code of a picture
/// @param right code of a picture
/// @param same the truth
public record AbilityPair(String id, String left, String right, boolean same) {}
