package revisage.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

class PatienceTest {

    private static CloudException throttled(Duration after) {
        return new CloudException(
                new Fault.Throttled(Optional.of(after)), "Too many requests.", "Wait.");
    }

    @Test
    void theWaitDoublesUpToTheLongest() {
        var patience = new Patience(9, Duration.ofSeconds(1), Duration.ofSeconds(10));
        var waits = new ArrayList<Long>();
        for (int attempt = 1; attempt <= 6; attempt++) {
            waits.add(patience.wait(attempt, Optional.empty()).toSeconds());
        }
        assertEquals(List.of(1L, 2L, 4L, 8L, 10L, 10L), waits);
    }

    @Test
    void aRetryAfterLengthensTheWaitButOneThatLiesDoesNotShortenIt() {
        var patience = new Patience(9, Duration.ofSeconds(1), Duration.ofSeconds(10));
        assertEquals(Duration.ofSeconds(30), patience.wait(1, Optional.of(Duration.ofSeconds(30))));
        assertEquals(Duration.ofSeconds(8), patience.wait(4, Optional.of(Duration.ofSeconds(1))));
    }

    @Test
    void tenThrottlingsAreRiddenOut() throws Exception {
        var patience = new Patience(16, Duration.ZERO, Duration.ZERO);
        int[] asked = {0};
        var told = new ArrayList<CloudEvent>();
        String answer =
                patience.ask(
                        () -> {
                            if (++asked[0] <= 10) {
                                throw throttled(Duration.ZERO);
                            }
                            return "done";
                        },
                        false,
                        told::add);
        assertEquals("done", answer);
        assertEquals(10, told.size());
    }

    @Test
    void whatMayBeDoneIsNotAskedAgainUnlessThatIsHarmless() throws Exception {
        var patience = new Patience(3, Duration.ZERO, Duration.ZERO);
        for (boolean harmless : new boolean[] {false, true}) {
            int[] asked = {0};
            assertThrows(
                    CloudException.class,
                    () ->
                            patience.ask(
                                    () -> {
                                        asked[0]++;
                                        throw new CloudException(
                                                new Fault.PerhapsDone(), "No answer.", "Look.");
                                    },
                                    harmless,
                                    _ -> {}));
            assertEquals(harmless ? 3 : 1, asked[0]);
        }
    }

    @Test
    void aStopEndsTheWait() throws Exception {
        var patience = new Patience(9, Duration.ofMinutes(5), Duration.ofMinutes(5));
        Thread waiting = Thread.currentThread();
        Thread stopper =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        TimeUnit.MILLISECONDS.sleep(100);
                                    } catch (InterruptedException _) {
                                        return;
                                    }
                                    waiting.interrupt();
                                });
        assertThrows(
                InterruptedException.class,
                () ->
                        patience.ask(
                                () -> {
                                    throw throttled(Duration.ZERO);
                                },
                                false,
                                _ -> {}));
        stopper.join();
    }
}
