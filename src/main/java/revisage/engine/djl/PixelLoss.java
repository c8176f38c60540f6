package revisage.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

import java.util.Map;

/// Naive's losses of pixels.
///
/// @param name `mse`, `l1`, or `l1-ssim`: L1 + 0.75 (1 - SSIM)
record PixelLoss(String name) implements FaceLoss {

    private static final float SSIM_WEIGHT = 0.75f;

    @Override
    public NDArray of(int stage, NDArray made, NDArray faces, Map<String, NDArray> values) {
        NDArray difference = made.sub(faces);
        return switch (name) {
            case "mse" -> noted(values, "mse", difference.square().mean());
            case "l1" -> noted(values, "l1", difference.abs().mean());
            default -> {
                NDArray pixels = noted(values, "l1", difference.abs().mean());
                NDArray structure = noted(values, "ssim", similarity(made, faces));
                yield pixels.add(structure.neg().add(1f).mul(SSIM_WEIGHT));
            }
        };
    }

    private static NDArray noted(Map<String, NDArray> values, String name, NDArray value) {
        values.put(name, value);
        return value;
    }

    /// Mean SSIM over windows of 8x8, 4 apart, of values in -1..1. **Source** Wang et al. 2004,
    /// with even windows.
    static NDArray similarity(NDArray x, NDArray y) {
        NDArray mx = window(x);
        NDArray my = window(y);
        NDArray vx = window(x.square()).sub(mx.square());
        NDArray vy = window(y.square()).sub(my.square());
        NDArray both = window(x.mul(y)).sub(mx.mul(my));
        float c1 = 0.02f * 0.02f;
        float c2 = 0.06f * 0.06f;
        NDArray above = Factor.times(mx.mul(my), 2).add(c1).mul(Factor.times(both, 2).add(c2));
        NDArray below = mx.square().add(my.square()).add(c1).mul(vx.add(vy).add(c2));
        return above.div(below).mean();
    }

    private static NDArray window(NDArray x) {
        long channels = x.getShape().get(1);
        NDArray even = x.getManager().ones(new Shape(channels, 1, 8, 8)).div(64f);
        return Conv2d.conv2d(
                        x,
                        even,
                        null,
                        new Shape(4, 4),
                        new Shape(0, 0),
                        new Shape(1, 1),
                        (int) channels)
                .singletonOrThrow();
    }

    @Override
    public boolean beginsAnew(int stage) {
        return stage == 0;
    }
}
