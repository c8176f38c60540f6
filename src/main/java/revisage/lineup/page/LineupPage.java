package revisage.lineup.page;

import com.samskivert.mustache.Mustache;

import revisage.lineup.LineupException;
import revisage.lineup.LineupFolder;
import revisage.lineup.LineupWords;
import revisage.store.WholeFolder;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Writes a study as one folder that runs in any browser, from a disk or from a server: HTML,
/// jsPsych, the words, the forms, and pictures under their codes. It holds no method, rank, name or
/// right answer, and asks no address but the researcher's own.
///
/// @param study on disk
/// @param settings how it is handed out
public record LineupPage(LineupFolder study, PageSettings settings) {

    private static final String PICTURES = "pictures";
    private static final List<String> AS_THEY_ARE =
            List.of("page.css", "page.js", "session.js", "jspsych.js", "LICENSE-jspsych.txt");

    /// What was written.
    ///
    /// @param page the file to open
    /// @param forms how many it can give out
    /// @param questions of each participant, the ability test included
    /// @param pictures shown
    public record Written(Path page, int forms, int questions, int pictures) {}

    /// Writes the folder whole or not at all.
    ///
    /// @param out must not exist, or be empty
    /// @throws LineupException if the folder is not empty
    public Written write(Path out, Consumer<? super Progress> progress)
            throws WorkException, InterruptedException {
        refuseFull(out);
        StudyScript script = StudyScript.of(study.plan(), settings);
        Set<String> pictures = script.pictures();
        String html = html();
        WholeFolder.write(
                "write the page",
                out,
                folder -> {
                    Files.writeString(folder.resolve("index.html"), html);
                    Files.writeString(folder.resolve("study.js"), script.text());
                    for (String file : AS_THEY_ARE) {
                        Files.write(folder.resolve(file), own(file));
                    }
                    copy(pictures, Files.createDirectories(folder.resolve(PICTURES)), progress);
                });
        return new Written(
                out.resolve("index.html"),
                settings.forms(),
                (int)
                        script.forms().getFirst().stream()
                                .filter(s -> s.question().isPresent())
                                .count(),
                pictures.size());
    }

    private static void refuseFull(Path out) throws LineupException {
        if (Files.isDirectory(out)) {
            try (var files = Files.list(out)) {
                if (files.findAny().isEmpty()) {
                    return;
                }
            } catch (IOException e) {
                throw new LineupException(
                        "%s cannot be looked into.".formatted(out), "Name another folder.", e);
            }
        }
        if (Files.exists(out)) {
            throw new LineupException(
                    "%s is there already.".formatted(out), "Name a new folder for the page.");
        }
    }

    private void copy(Set<String> codes, Path folder, Consumer<? super Progress> progress)
            throws IOException, WorkException, InterruptedException {
        int done = 0;
        for (String code : codes) {
            Work.pausePoint();
            Path picture = study.picture(code);
            if (!Files.isRegularFile(picture)) {
                throw new LineupException(
                        "The study has no picture '%s'.".formatted(code),
                        "Design the study again, or bring its pictures back.");
            }
            byte[] bare = BarePng.of(Files.readAllBytes(picture), picture);
            Files.write(folder.resolve(code + ".png"), bare);
            progress.accept(new Progress("Copying", ++done, codes.size(), "pictures"));
        }
    }

    private String html() throws LineupException {
        // A browser takes a file for another origin than its neighbour, or for the same.
        String policy =
                "default-src 'none'; script-src 'self' file:; style-src 'self' file:"
                        + " 'unsafe-inline'; img-src 'self' file: data:; connect-src "
                        + settings.connections()
                        + "; base-uri 'none'; form-action 'none'";
        String usual = study.plan().languages().getFirst();
        return Mustache.compiler()
                .compile(new String(own("index.html"), StandardCharsets.UTF_8))
                .execute(
                        Map.of(
                                "title",
                                study.plan().title(),
                                "language",
                                usual,
                                "policy",
                                policy,
                                "noscript",
                                LineupWords.of(usual).get("page.noscript")));
    }

    private static byte[] own(String file) {
        try (InputStream in =
                LineupPage.class.getResourceAsStream("/revisage/lineup/page/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without its " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own file cannot be read", e);
        }
    }
}
