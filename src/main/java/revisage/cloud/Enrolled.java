package revisage.cloud;

/// An entry of a gallery, as the service lists it.
///
/// @param externalId the pseudonym it was enrolled under
/// @param handle the service's own name for it (face id, person id)
/// @param faces 0 if only its place was made so far
public record Enrolled(String externalId, String handle, int faces) {}
