package revisage.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;

class FactorTest {

    /// With DJL's `mul(Number)` the collector's pass gives the number's memory away.
    @Test
    void theNumberIsStillThereOnTheWayBack() {
        try (NDManager m = Tiny.engine().newBaseManager(Device.cpu())) {
            NDArray x = m.create(new float[] {2}, new Shape(1));
            x.setRequiresGradient(true);
            try (GradientCollector collector = Tiny.engine().newGradientCollector()) {
                NDArray sum = x.mul(x);
                for (int i = 0; i < 200; i++) {
                    sum = sum.add(Factor.times(x, 0.5));
                }
                System.gc();
                long bytes = 0;
                for (int i = 0; i < 2000; i++) {
                    bytes += ByteBuffer.allocateDirect(16).putFloat(0, 1e30f).capacity();
                }
                assertEquals(32_000, bytes);
                collector.backward(sum);
            }
            assertEquals(104, x.getGradient().getFloat(), 1e-4);
        }
    }
}
