package revisage.work;

/// How far a stage of long work has come. Tells how things stand, not what changed.
///
/// @param stage what is being done, in a few words a person reads; empty if nothing is any more
/// @param done 0..`total`, in `unit`
/// @param total 0 if it is not known
/// @param unit plural noun, for example `faces`; empty for a [remark][#remark(String)]
public record Progress(String stage, long done, long total, String unit) {

    /// A sentence that is told at once: why nothing moves on for a while.
    public static Progress remark(String sentence) {
        return new Progress(sentence, 0, 0, "");
    }

    /// Whether it is a [remark][#remark(String)]; not named like a property, for what writes JSON.
    public boolean toldAtOnce() {
        return total == 0 && unit.isEmpty() && !stage.isEmpty();
    }
}
