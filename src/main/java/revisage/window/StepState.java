package revisage.window;

/// How a step of the work stands, at a glance.
///
/// @param note a few words beside it; may be empty
public record StepState(Kind kind, String note) {

    /// Nothing is there yet.
    public static final StepState NOTHING = new StepState(Kind.EMPTY, "");

    /// What a step can be. Each has its own icon: colour alone carries no meaning.
    public enum Kind {
        EMPTY("fth-circle", "step.empty"),
        READY("fth-play-circle", "step.ready"),
        RUNNING("fth-loader", "step.running"),
        DONE("fth-check-circle", "step.done"),
        PROBLEM("fth-alert-triangle", "step.problem");

        private final String icon;
        private final String key;

        Kind(String icon, String key) {
            this.icon = icon;
            this.key = key;
        }

        /// Its name among the icons.
        public String icon() {
            return icon;
        }

        /// Its name among the words.
        public String key() {
            return key;
        }
    }
}
