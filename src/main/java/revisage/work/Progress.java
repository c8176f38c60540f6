package revisage.work;

/// How far a stage of long work has come. Tells how things stand, not what changed.
///
/// @param stage what is being done, in a few words a person reads; empty if nothing is any more
/// @param done 0..`total`, in `unit`
/// @param total 0 if it is not known
/// @param unit plural noun, for example `faces`
public record Progress(String stage, long done, long total, String unit) {}
