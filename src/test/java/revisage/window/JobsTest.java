package revisage.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.window.Jobs.Outcome;
import revisage.work.FileException;
import revisage.work.Work;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

class JobsTest {

    @Test
    void endsExactlyOnceHoweverItIsStopped() throws Exception {
        var random = new Random(1);
        try (var lane = Executors.newSingleThreadExecutor();
                var screen = Executors.newSingleThreadExecutor()) {
            var jobs = new Jobs(lane, lane, screen);
            for (int i = 0; i < 500; i++) {
                var ends = new AtomicInteger();
                var late = new AtomicInteger();
                var ended = new CountDownLatch(1);
                int rounds = random.nextInt(1_000);
                Work<Integer, Integer> count =
                        events -> {
                            for (int k = 0; k < rounds; k++) {
                                Work.pausePoint();
                                events.accept(k);
                            }
                            return rounds;
                        };
                Jobs.Job job =
                        jobs.heavy(
                                count,
                                _ -> late.addAndGet(ends.get()),
                                (Outcome<Integer> _) -> {
                                    ends.incrementAndGet();
                                    ended.countDown();
                                });
                if (random.nextBoolean()) {
                    job.stop();
                }
                assertTrue(ended.await(20, TimeUnit.SECONDS), "round " + i);
                assertEquals(1, ends.get());
                assertEquals(0, late.get());
                assertFalse(lane.submit(Thread::interrupted).get());
            }
        }
    }

    @Test
    void theNewestEventIsShownAndTheFloodIsNot() {
        var screen = new ArrayDeque<Runnable>();
        var shown = new ArrayList<Integer>();
        var jobs = new Jobs(Runnable::run, Runnable::run, screen::add);

        Work<Integer, String> flood =
                events -> {
                    for (int i = 0; i < 1_000; i++) {
                        events.accept(i);
                    }
                    return "done";
                };
        jobs.heavy(flood, shown::add, _ -> shown.add(-1));
        screen.forEach(Runnable::run);

        assertEquals(java.util.List.of(999, -1), shown);
    }

    @Test
    void whatTheWorldRefusesIsASentenceWithARemedyAndDetailsWithoutNames() {
        var jobs = new Jobs(Runnable::run, Runnable::run, Runnable::run);
        var end = new AtomicReference<Outcome<String>>();

        jobs.light(
                _ -> {
                    throw new FileException("anna.npy is gone.", "Look for it.");
                },
                end::set);

        var failed = assertInstanceOf(Outcome.Failed.class, end.get());
        assertEquals("anna.npy is gone.", failed.problem().happened());
        assertEquals("Look for it.", failed.problem().remedy());
        assertTrue(failed.problem().details().contains("FileException"));
        assertFalse(failed.problem().details().contains("anna"));
    }

    @Test
    void onlyTheNewestOfManyQuestionsIsAnswered() {
        var lane = new ArrayDeque<Runnable>();
        var jobs = new Jobs(Runnable::run, lane::add, Runnable::run);
        var latest = new Latest(jobs);
        var answers = new ArrayList<Integer>();

        for (int i = 0; i < 10; i++) {
            int asked = i;
            latest.ask(
                    _ -> asked,
                    (Outcome<Integer> o) -> {
                        if (o instanceof Outcome.Done<Integer>(Integer n)) {
                            answers.add(n);
                        }
                    });
        }
        while (!lane.isEmpty()) {
            lane.remove().run();
        }

        assertEquals(java.util.List.of(0, 9), answers);
    }
}
