package revisage.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

import java.io.PrintWriter;

/// A verb's result in two forms.
///
/// @param text for a person, lines separated by `\n`
/// @param json a record or map for Jackson. It is printed as one object that begins with `revisage`
///   (the program's version) and `verb`; what is no object becomes its `result`
record Answer(String text, Object json) {

    void print(PrintWriter out, boolean asJson, String verb) {
        if (text.isEmpty() && !asJson) {
            return; // nothing to say
        }
        out.println(asJson ? document(verb) : text.stripTrailing());
        out.flush();
    }

    private String document(String verb) {
        var mapper =
                new ObjectMapper()
                        .registerModule(new Jdk8Module())
                        .enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode document =
                mapper.createObjectNode().put("revisage", Version.text()).put("verb", verb);
        JsonNode result = mapper.valueToTree(json);
        if (result instanceof ObjectNode fields) {
            document.setAll(fields);
        } else {
            document.set("result", result);
        }
        try {
            return mapper.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that is no JSON: " + json.getClass(), e);
        }
    }
}
