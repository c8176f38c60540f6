package revisage.lineup.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.lineup.AnswerFile;
import revisage.lineup.Entry;
import revisage.lineup.Forms;
import revisage.lineup.LineupException;
import revisage.lineup.LineupFolder;
import revisage.lineup.Questionnaire.SameOrDifferent;
import revisage.lineup.Questionnaire.WhoIsIt;
import revisage.lineup.analysis.AnswerReading;
import revisage.lineup.analysis.AnswerSources;
import revisage.lineup.analysis.Sheet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The exported folder, and a whole study on it in a real browser.
class LineupPageTest {

    private static final int FORMS = 6;
    private static final String KEPT =
            """
            new Promise(done => { indexedDB.open("revisage").onsuccess = e => {
              e.target.result.transaction("kept").objectStore("kept").count().onsuccess =
                c => done(c.target.result); }; })\
            """;

    @TempDir private Path folder;
    private LineupFolder study;

    @BeforeEach
    void design() throws Exception {
        study = PaintedStudy.make(folder.resolve("study"));
    }

    private Path page(Optional<String> post) throws Exception {
        var settings = PageSettings.of(FORMS, post, Optional.of("https://panel.example/done?cc=7"));
        return new LineupPage(study, settings).write(folder.resolve("page"), _ -> {}).page();
    }

    @Test
    void theFolderTellsNoMethodNoTruthAndNoName() throws Exception {
        page(Optional.empty());
        try (var files = Files.walk(folder.resolve("page"))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            String script = Files.readString(folder.resolve("page/study.js"));
            for (String secret : List.of("Method 0", "\"m0\"", "rank", "absent", "IDENTICAL")) {
                assertFalse(script.contains(secret), secret);
            }
            Set<String> codes =
                    IntStream.range(0, FORMS)
                            .mapToObj(f -> new Forms(study.plan()).questionnaire(f, "", "en"))
                            .flatMap(q -> q.pictures().stream())
                            .map(code -> code + ".png")
                            .collect(Collectors.toSet());
            assertEquals(
                    codes,
                    all.stream()
                            .map(f -> f.getFileName().toString())
                            .filter(n -> n.endsWith(".png"))
                            .collect(Collectors.toSet()));
            assertFalse(all.stream().anyMatch(f -> f.endsWith(LineupFolder.PLAN)));
        }
    }

    @Test
    void addressesOnTheWayAreRefused() {
        for (String bad :
                List.of("http://example.org/a", "ftp://a", "https://a b", "javascript:x")) {
            var refused =
                    assertThrows(
                            LineupException.class,
                            () -> PageSettings.of(1, Optional.of(bad), Optional.empty()));
            assertTrue(refused.getMessage().contains(bad), refused.getMessage());
        }
    }

    @Test
    void aFullFolderIsNotWrittenOver() throws Exception {
        page(Optional.empty());
        var refused = assertThrows(LineupException.class, () -> page(Optional.empty()));
        assertTrue(refused.getMessage().endsWith("is there already."), refused.getMessage());
    }

    /// Language, consent, age, the ability test, questions by mouse and by keys, a crash of the
    /// browser in the middle, and the file that is downloaded at the end.
    @Test
    void aWholeStudyIsAnsweredThroughACrashDownloadedAndReadBack() throws Exception {
        Path html = page(Optional.empty());
        String address = html.toUri() + "?PROLIFIC_PID=panel-007&form=4";
        var person = new PageParticipant(new Forms(study.plan()).questionnaire(4, "", "en"));
        try (Chromium browser = chromium()) {
            browser.open(address);
            person.begin(browser);
            person.answer(browser, 5);
            browser.await("document.querySelector('progress').value === 5");
            browser.kill();
        }
        Files.createDirectories(folder.resolve("saved"));
        try (Chromium browser = chromium()) {
            browser.downloadsTo(folder.resolve("saved"));
            browser.open(address);
            browser.click("button.go", "Go on");
            assertTrue(browser.words().contains("How it works"), browser.words());
            person.answer(browser, 8);
            browser.click("button.go", "Download");
            browser.await("document.body.innerText.includes('Downloaded')");
            saved();
            assertTrue(browser.ask("document.querySelector('a').href").asText().endsWith("cc=7"));
            assertEquals(List.of(), browser.complaints());
            for (String asked : browser.asked()) {
                assertTrue(asked.startsWith("file:") || asked.startsWith("blob:"), asked);
            }
        }

        AnswerFile file = AnswerFile.read(saved());
        Sheet sheet =
                new AnswerReading(study.plan())
                        .read(new AnswerSources(study).read(List.of(saved())));
        assertTrue(sheet.participants().getFirst().finished());
        assertEquals(study.plan().fingerprint(), file.study());
        var began = (Entry.Began) file.entries().getFirst();
        assertEquals(
                new Entry.Began(began.participant(), 4, "en", "page", Optional.of("panel-007")),
                began);
        assertEquals(
                Habit.entries(
                        new Forms(study.plan()).questionnaire(4, "", "en"),
                        began.participant(),
                        "page",
                        Optional.of("panel-007")),
                Habit.timeless(file.entries()));
    }

    private Path saved() throws Exception {
        for (int i = 0; i < 200; i++) {
            try (var files = Files.list(folder.resolve("saved"))) {
                var found = files.filter(f -> f.toString().endsWith(".json")).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("nothing was downloaded");
    }

    @Test
    void whoWithdrawsLeavesNothingInTheBrowser() throws Exception {
        Path html = page(Optional.empty());
        var person = new PageParticipant(new Forms(study.plan()).questionnaire(1, "", "de"));
        try (Chromium browser = chromium()) {
            browser.open(html.toUri() + "?form=1");
            person.begin(browser);
            person.answer(browser, 4);
            assertEquals(1, browser.ask(KEPT).asInt());
            browser.click("button.plain", "löschen");
            browser.click("dialog button", "Löschen");
            browser.await("document.body.innerText.includes('gelöscht. Vielen Dank')");
            assertEquals(0, browser.ask(KEPT).asInt());
            browser.open(html.toUri() + "?form=1");
            browser.await("document.body.innerText.includes('English')");
        }
    }

    @Test
    void answersArePostedToTheResearchersServerAndStayWhenItIsDown() throws Exception {
        try (var server = new AnswerServer(2)) {
            Path html = page(Optional.of(server.address()));
            var person = new PageParticipant(new Forms(study.plan()).questionnaire(2, "", "en"));
            try (Chromium browser = chromium()) {
                browser.open(html.toUri() + "?form=2");
                person.begin(browser);
                person.answer(browser, 8);
                browser.await("document.body.innerText.includes('could not be sent')");
                browser.click("button.go", "Send");
                browser.await("document.body.innerText.includes('could not be sent')");
                browser.open(html.toUri() + "?form=2"); // later, when the server is up again
                browser.await("document.body.innerText.includes('have arrived')");
            }
            Path posted = Files.write(folder.resolve("posted.json"), server.received());
            AnswerFile file = AnswerFile.read(posted);
            String code = file.entries().getFirst().participant();
            assertEquals(
                    Habit.entries(
                            new Forms(study.plan()).questionnaire(2, "", "en"),
                            code,
                            "page",
                            Optional.empty()),
                    Habit.timeless(file.entries()));
        }
    }

    @Test
    void everyFormOfThePageIsTheOneThatTheKioskShows() throws Exception {
        page(Optional.empty());
        var forms = new Forms(study.plan());
        StudyScript script =
                StudyScript.of(
                        study.plan(), PageSettings.of(FORMS, Optional.empty(), Optional.empty()));
        for (int form = 0; form < FORMS; form++) {
            var expected = forms.questionnaire(form, "", "de").screens();
            var shown = script.forms().get(form);
            assertEquals(expected.size() - 1, shown.size()); // thanks is the page's own
            for (int i = 0; i < shown.size(); i++) {
                switch (expected.get(i)) {
                    case SameOrDifferent(var question, var left, var right) ->
                            assertEquals(
                                    List.of(question, left, right),
                                    List.of(
                                            shown.get(i).question().orElseThrow(),
                                            shown.get(i).left().orElseThrow(),
                                            shown.get(i).right().orElseThrow()));
                    case WhoIsIt(var question, var picture, var options, var place) -> {
                        assertEquals(Optional.of(question), shown.get(i).question());
                        assertEquals(Optional.of(picture), shown.get(i).picture());
                        assertEquals(Optional.of(options), shown.get(i).options());
                        assertEquals(place.orElse(-1), shown.get(i).place().orElse(-1));
                    }
                    default -> assertTrue(shown.get(i).question().isEmpty());
                }
            }
        }
    }

    private Chromium chromium() throws Exception {
        Optional<Path> program = Chromium.program();
        Assumptions.assumeTrue(program.isPresent(), "skipped: no Chromium on this machine");
        return Chromium.start(program.orElseThrow(), folder.resolve("profile"), 1280, 800);
    }
}
