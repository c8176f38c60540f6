package revisage.window.lineup;

import javafx.scene.Scene;
import javafx.stage.Stage;

import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import revisage.lineup.AnswerLog;
import revisage.lineup.LineupFolder;
import revisage.window.Jobs;
import revisage.window.Words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A kiosk in a process of its own, with somebody at it who answers a few questions, marks the next
/// one, and then sits there until they are killed.
final class KioskProcess {

    private KioskProcess() {}

    static Process start(Path study, int questions) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Dtestfx.robot.write_sleep=1",
                        "-Dtestfx.robot.move_max_count=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        KioskProcess.class.getName(),
                        study.toString(),
                        Integer.toString(questions)));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    static void waitUntilItSays(Process kiosk, String line) throws IOException {
        var said = new StringBuilder();
        var in =
                new BufferedReader(
                        new InputStreamReader(kiosk.getInputStream(), StandardCharsets.UTF_8));
        for (String now = in.readLine(); now != null; now = in.readLine()) {
            if (now.equals(line)) {
                return;
            }
            said.append(now).append('\n');
        }
        throw new AssertionError("the kiosk ended: " + said);
    }

    /// @param arguments the study's folder, and how many questions are answered
    public static void main(String[] arguments) throws Exception {
        LineupFolder study = LineupFolder.open(Path.of(arguments[0]));
        int questions = Integer.parseInt(arguments[1]);
        AnswerLog log = AnswerLog.open(study, "kiosk-1");
        Stage stage = FxToolkit.registerPrimaryStage();
        Scene scene =
                KioskParticipant.ask(
                        () -> {
                            var order = new KioskOrder(study, "kiosk-1", 0, 1, "4711");
                            var kiosk = new Kiosk(order, log, Jobs.onScreen(), new Words());
                            var shown = new Scene(kiosk.root(), 1000, 800);
                            stage.setScene(shown);
                            stage.show();
                            return shown;
                        });
        var person = new KioskParticipant(new FxRobot(), scene, false);
        person.begin("en");
        person.answer(1, questions);
        person.await(
                "the open question", () -> person.heading().contains(" " + (questions + 1) + " "));
        person.marks(questions + 1);
        System.out.println("marked " + (questions + 1));
        Thread.sleep(600_000);
    }
}
