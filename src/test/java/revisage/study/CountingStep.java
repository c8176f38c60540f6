package revisage.study;

import revisage.store.RecordLog;
import revisage.work.Dice;
import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Makes numbers one by one, keeps each, and writes their list at the end.
///
/// @param pause between two numbers, milliseconds
record CountingStep(String name, String settings, Map<String, String> inputs, int count, long pause)
        implements Step {

    @Override
    public void run(Path folder, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        List<Long> made = new ArrayList<>();
        try (var log =
                RecordLog.open(
                        folder.resolve(".made"),
                        name,
                        r -> made.add(ByteBuffer.wrap(r).getLong()))) {
            while (made.size() < count) {
                Work.pausePoint();
                long next = Dice.seed(Dice.of(name + settings + inputs), made.size());
                if (pause > 0) {
                    Thread.sleep(pause);
                }
                log.append(ByteBuffer.allocate(8).putLong(next).array());
                made.add(next);
                events.accept(new Progress(name, made.size(), count, "numbers"));
            }
        }
        try {
            Files.writeString(folder.resolve("numbers.txt"), made.toString());
        } catch (IOException e) {
            throw FileException.of("write the numbers", folder, e);
        }
    }
}
