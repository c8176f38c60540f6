package revisage.window;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import revisage.work.WorkException;

import java.nio.channels.ClosedByInterruptException;
import java.util.stream.Stream;

/// What went wrong, in the words of the user.
///
/// @param happened one sentence, no class names
/// @param remedy what the user can do now
/// @param details for a report: classes and frames without messages, which may hold names; never
///   shown unasked
public record Problem(String happened, String remedy, String details) {

    private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

    /// Of whatever ended a piece of work.
    public static Problem of(Throwable cause) {
        return switch (cause) {
            case WorkException e ->
                    new Problem(String.valueOf(e.getMessage()), e.remedy(), trace(e));
            case OutOfMemoryError e ->
                    new Problem(
                            "Java's memory is used up.",
                            "Ask for less at once, or give it more: REVISAGE_JAVA_OPTS=-Xmx8g.",
                            trace(e));
            default -> {
                LOG.error("mistake in the window", cause);
                yield new Problem(
                        "The program made a mistake (%s)."
                                .formatted(cause.getClass().getSimpleName()),
                        "It is not your fault. Please report it with the details.",
                        trace(cause));
            }
        };
    }

    /// Whether this is only how a file complains when the work that used it was stopped.
    static boolean stopped(Throwable cause) {
        return Stream.iterate(cause, t -> t != null, Throwable::getCause)
                .anyMatch(ClosedByInterruptException.class::isInstance);
    }

    private static String trace(Throwable cause) {
        var text = new StringBuilder();
        for (Throwable t = cause; t != null; t = t.getCause()) {
            text.append(t.getClass().getName()).append('\n');
            for (StackTraceElement frame : t.getStackTrace()) {
                text.append("    at ").append(frame).append('\n');
            }
        }
        return text.toString();
    }
}
