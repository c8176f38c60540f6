package revisage.cloud;

import java.util.List;

/// What the service says to a face that is looked for.
public sealed interface SearchAnswer {

    /// The faces found; none if all are below the threshold.
    ///
    /// @param likenesses most alike first
    record Found(List<Likeness> likenesses) implements SearchAnswer {

        public Found {
            likenesses = List.copyOf(likenesses);
        }
    }

    /// The service sees no face in the picture.
    record NoFace() implements SearchAnswer {}

    /// The service does not take the picture (format, size, quality).
    ///
    /// @param reason one clause for people, without the picture's name
    record Refused(String reason) implements SearchAnswer {}

    /// An enrolled face that is like the one asked for.
    ///
    /// @param externalId the pseudonym it was enrolled under
    /// @param score on the card's scale
    record Likeness(String externalId, double score) {}
}
