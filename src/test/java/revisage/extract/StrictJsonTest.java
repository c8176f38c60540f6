package revisage.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

class StrictJsonTest {

    record Inner(int count, Optional<String> note) {

        Inner {
            if (count < 0) {
                throw new IllegalArgumentException("count is " + count + " and must not be.");
            }
        }
    }

    record Outer(String name, List<String> words, Inner inner) {}

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        var written = new Outer("a", List.of("b"), new Inner(3, Optional.empty()));
        assertEquals(written, StrictJson.read(StrictJson.write(written), Outer.class, "f", "x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'words': [], 'inner': {'count': 1}} | The plan x lacks the key 'name'.",
                "{'name': 'a', 'words': [], 'inner': {}}"
                        + " | The plan x lacks the key 'count' in 'inner'.",
                "{'name': null, 'words': [], 'inner': {'count': 1}}"
                        + " | The plan x has null for the key 'name'.",
                "{'name': 'a', 'words': 'b', 'inner': {'count': 1}}"
                        + " | The plan x is not right at 'words' (line 1): a list [..] is expected"
                        + " there.",
                "{'name': 'a', 'words': [], 'inner': 3}"
                        + " | The plan x is not right at 'inner' (line 1): an object {..} is"
                        + " expected there.",
                "{'name': 'a', 'words': [], 'inner': {'count': 1.5}}"
                        + " | The plan x is not right at 'inner.count' (line 1): a whole number is"
                        + " expected there.",
                "{'name': 'a', 'words': [], 'inner': {'count': -1}}"
                        + " | The plan x is refused at 'inner': count is -1 and must not be..",
            })
    void eachFaultIsNamedInWordsOfTheFile(String json, String sentence) {
        assertEquals(sentence, refusal(json));
    }

    @Test
    void whatIsNoJsonNamesTheLine() {
        String sentence = refusal("{'name': 'a',\n'words': [,\n");
        assertEquals("The plan x is no JSON (line 2)", sentence.split(":")[0]);
        assertFalse(sentence.contains("com."), sentence);
    }

    private static String refusal(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return assertThrows(
                        JsonRefusedException.class,
                        () -> StrictJson.read(bytes, Outer.class, "plan", "x"))
                .getMessage();
    }
}
