package revisage.lineup;

/// A photo that can be picked, and the truth about it.
///
/// @param picture code of the picture, as a participant's machine sees it
/// @param person code of the person it shows
/// @param rank place in the matcher's answer, 1 is the most alike
/// @param right whether it shows the target
public record LineupOption(String picture, String person, int rank, boolean right) {

    public LineupOption {
        if (picture.isEmpty() || person.isEmpty() || rank < 1) {
            throw new IllegalArgumentException("an option needs a picture, a person and a rank");
        }
    }
}
