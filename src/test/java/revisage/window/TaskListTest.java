package revisage.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import revisage.work.Progress;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

class TaskListTest {

    private final Deque<Runnable> lane = new ArrayDeque<>();
    private final TaskList tasks =
            new TaskList(
                    new Jobs(lane::add, Runnable::run, Runnable::run),
                    new Words(),
                    (_, ended) -> ended.run());

    @Test
    void theOneThatGoesOnIsForemostUntilItEndsAndThenTheOneThatWaited() {
        Task first = begin("first");
        Task second = begin("second");
        assertEquals(Optional.of(first), tasks.foremostProperty().get());
        lane.remove().run();
        assertEquals(Optional.of(second), tasks.foremostProperty().get());
        lane.remove().run();
        assertEquals(Optional.empty(), tasks.foremostProperty().get());
    }

    private Task begin(String title) {
        return tasks.start(
                title,
                events -> {
                    events.accept(new Progress("Counting", 1, 2, "sheep"));
                    return title;
                },
                _ -> {});
    }
}
