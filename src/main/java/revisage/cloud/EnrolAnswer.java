package revisage.cloud;

/// What the service says to a face that is to be enrolled.
public sealed interface EnrolAnswer {

    /// It is in the gallery.
    ///
    /// @param entry with one face
    record Added(Enrolled entry) implements EnrolAnswer {}

    /// The service sees no face in the picture.
    record NoFace() implements EnrolAnswer {}

    /// The service does not take the picture (format, size, quality).
    ///
    /// @param reason one clause for people, without the picture's name
    record Refused(String reason) implements EnrolAnswer {}
}
