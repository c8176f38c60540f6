package revisage.project;

import revisage.extract.JsonRefusedException;
import revisage.extract.StrictJson;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the workbench remembers of its user, apart from any project.
///
/// @param theme `system`, `light` or `dark`
/// @param covered whether faces of real people stay covered until one lifts the cover
/// @param fontSize points, 9..24
/// @param recent folders of projects, the newest first
public record Preferences(
        int schema, String theme, boolean covered, int fontSize, List<String> recent) {

    /// Of somebody who never chose.
    public static final Preferences USUAL = new Preferences(1, "system", true, 13, List.of());

    private static final int MOST_RECENT = 8;

    public Preferences {
        recent = List.copyOf(recent);
        fontSize = Math.clamp(fontSize, 9, 24);
    }

    /// Where this system keeps such things.
    public static Path usualFile() {
        Path home = Path.of(System.getProperty("user.home", "."));
        String system = System.getProperty("os.name", "");
        Path folder =
                system.startsWith("Mac")
                        ? home.resolve("Library/Application Support")
                        : variable(system.startsWith("Windows") ? "APPDATA" : "XDG_CONFIG_HOME")
                                .orElse(home.resolve(".config"));
        return folder.resolve("revisage").resolve("workbench.json");
    }

    private static Optional<Path> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(v -> !v.isBlank()).map(Path::of);
    }

    /// What was kept; the usual where nothing was, or nothing that can be read: a preference is not
    /// worth a failure.
    public static Preferences read(Path file) {
        try {
            return StrictJson.read(
                    Files.readAllBytes(file), Preferences.class, "file", file.toString());
        } catch (IOException | JsonRefusedException _) {
            return USUAL;
        }
    }

    /// Whole or not at all.
    public void write(Path file) throws WorkException, InterruptedException {
        byte[] json = StrictJson.write(this);
        WholeFile.write("keep the preferences", file, half -> Files.write(half, json));
    }

    /// With this project as the newest.
    public Preferences opened(Path folder) {
        String name = folder.toAbsolutePath().normalize().toString();
        return new Preferences(
                schema,
                theme,
                covered,
                fontSize,
                Stream.concat(Stream.of(name), recent.stream().filter(r -> !r.equals(name)))
                        .limit(MOST_RECENT)
                        .toList());
    }

    /// Without this project among the recent ones.
    ///
    /// @param folder as `recent` names it
    public Preferences forgot(String folder) {
        return new Preferences(
                schema,
                theme,
                covered,
                fontSize,
                recent.stream().filter(r -> !r.equals(folder)).toList());
    }

    /// Another look.
    public Preferences withTheme(String other) {
        return new Preferences(schema, other, covered, fontSize, recent);
    }

    /// Covers on or off.
    public Preferences withCovers(boolean on) {
        return new Preferences(schema, theme, on, fontSize, recent);
    }

    /// Larger or smaller letters.
    public Preferences withFontSize(int points) {
        return new Preferences(schema, theme, covered, points, recent);
    }
}
