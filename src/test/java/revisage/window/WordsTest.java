package revisage.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class WordsTest {

    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z0-9]+(?:\\.[a-z0-9]+)+)\"");
    private static final Pattern IN_FXML = Pattern.compile("\"%([a-z0-9.]+)\"");

    @Test
    void everyWordIsThereAndEveryWordIsUsed() throws IOException {
        var used = new TreeSet<String>();
        collect(Path.of("src/main/resources/revisage/window"), ".fxml", IN_FXML, used);
        var named = new TreeSet<String>();
        collect(Path.of("src/main/java/revisage/window"), ".java", IN_JAVA, named);
        Set<String> known = new TreeSet<>(new Words().bundle().keySet());
        Set<String> families = new TreeSet<>();
        known.forEach(k -> families.add(k.replaceFirst("\\..*", "")));

        var missing = new TreeSet<>(used);
        // A literal is a key if its first word is one of keys.
        named.stream()
                .filter(n -> families.contains(n.replaceFirst("\\..*", "")))
                .filter(n -> !n.matches("window\\..*|lineup\\.analysis|.*\\.(css|png|fxml|json)"))
                .forEach(missing::add);
        missing.removeAll(known);
        assertEquals(Set.of(), missing);

        var unused = new TreeSet<>(known);
        unused.removeAll(used);
        unused.removeAll(named);
        assertEquals(Set.of(), unused);
    }

    private static void collect(Path folder, String ending, Pattern pattern, Set<String> found)
            throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
    }

    @Test
    void partsTakeTheirPlaces() {
        assertEquals("Kept: 3 of 12 faces", new Words().of("task.stage", "Kept", 3, 12, "faces"));
        assertEquals("12,345", Words.count(12_345));
        assertEquals("gallery", Words.name("/tmp/some/gallery"));
    }
}
