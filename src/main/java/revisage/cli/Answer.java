package revisage.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.PrintWriter;

/// A verb's result in two forms.
///
/// @param text for a person, lines separated by `\n`
/// @param json a record or map for Jackson
record Answer(String text, Object json) {

    void print(PrintWriter out, boolean asJson) {
        if (asJson) {
            try {
                out.println(
                        new ObjectMapper()
                                .registerModule(new Jdk8Module())
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .writeValueAsString(json));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("an answer that is no JSON: " + json.getClass(), e);
            }
        } else {
            out.println(text.stripTrailing());
        }
        out.flush();
    }
}
