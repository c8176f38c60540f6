package revisage.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class GateTest {

    @Test
    void aClosedGateHoldsUntilItIsOpened() throws Exception {
        var gate = new Gate();
        gate.pass(); // open at first
        gate.close();
        var passed = new CountDownLatch(1);
        Thread.ofPlatform()
                .start(
                        () -> {
                            gate.pass();
                            passed.countDown();
                        });

        assertEquals(false, passed.await(100, TimeUnit.MILLISECONDS));
        gate.open();
        assertTrue(passed.await(10, TimeUnit.SECONDS));
    }

    @Test
    void aStopEndsTheWaitAndIsHeardAtTheNextPausePoint() throws Exception {
        var gate = new Gate();
        gate.close();
        var heard = new CountDownLatch(1);
        Thread waiting =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    gate.pass();
                                    try {
                                        Work.pausePoint();
                                    } catch (InterruptedException _) {
                                        heard.countDown();
                                    }
                                });
        waiting.interrupt();
        assertTrue(heard.await(10, TimeUnit.SECONDS));
    }
}
