package revisage.train;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

import java.util.Optional;

/// What the training process says to the program: one JSON object a line, named by `say`.
final class Wire {

    private final Class<?> report;

    private static final String SAY = "say";

    private final ObjectMapper mapper =
            new ObjectMapper()
                    .registerModule(new Jdk8Module())
                    .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);

    /// @param report what the work ends with
    Wire(Class<?> report) {
        this.report = report;
    }

    /// A line that was heard.
    sealed interface Said {

        /// How it stands.
        record Event(TrainingEvent event) implements Said {}

        /// It is done.
        record Done(Object report) implements Said {}

        /// The world did not cooperate.
        record Failed(String message, String remedy) implements Said {}

        /// It was stopped and has kept its state.
        record Stopped() implements Said {}

        /// The program's own mistake.
        record Mistake(String what) implements Said {}
    }

    String line(Said said) {
        return switch (said) {
            case Said.Event(TrainingEvent event) ->
                    switch (event) {
                        case TrainingEvent.Preparing e -> line("preparing", e);
                        case TrainingEvent.Began e -> line("began", e);
                        case TrainingEvent.Learned e -> line("learned", e);
                        case TrainingEvent.Measured e -> line("measured", e);
                        case TrainingEvent.KeptAt e -> line("kept", e);
                        case TrainingEvent.Opened e -> line("opened", e);
                        case TrainingEvent.Rebuilt e -> line("rebuilt", e);
                        case TrainingEvent.Drawn e -> line("drawn", e);
                    };
            case Said.Done(Object done) -> line("done", done);
            case Said.Failed failed -> line("failed", failed);
            case Said.Stopped stopped -> line("stopped", stopped);
            case Said.Mistake mistake -> line("mistake", mistake);
        };
    }

    private String line(String name, Object value) {
        ObjectNode line = mapper.createObjectNode().put(SAY, name);
        line.set("what", value instanceof Said.Stopped ? null : mapper.valueToTree(value));
        return line.toString();
    }

    /// @return nothing for a line of somebody else
    Optional<Said> heard(String line) {
        try {
            JsonNode node = mapper.readTree(line);
            JsonNode what = node.path("what");
            return switch (node.path(SAY).asText()) {
                case "preparing" -> event(what, TrainingEvent.Preparing.class);
                case "began" -> event(what, TrainingEvent.Began.class);
                case "learned" -> event(what, TrainingEvent.Learned.class);
                case "measured" -> event(what, TrainingEvent.Measured.class);
                case "kept" -> event(what, TrainingEvent.KeptAt.class);
                case "opened" -> event(what, TrainingEvent.Opened.class);
                case "rebuilt" -> event(what, TrainingEvent.Rebuilt.class);
                case "drawn" -> event(what, TrainingEvent.Drawn.class);
                case "done" -> Optional.of(new Said.Done(mapper.treeToValue(what, report)));
                case "failed" -> Optional.of(mapper.treeToValue(what, Said.Failed.class));
                case "stopped" -> Optional.of(new Said.Stopped());
                case "mistake" -> Optional.of(mapper.treeToValue(what, Said.Mistake.class));
                default -> Optional.empty();
            };
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private Optional<Said> event(JsonNode what, Class<? extends TrainingEvent> type)
            throws JsonProcessingException {
        return Optional.of(new Said.Event(mapper.treeToValue(what, type)));
    }
}
