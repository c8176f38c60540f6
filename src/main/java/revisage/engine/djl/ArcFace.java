package revisage.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/// The additive angular margin loss: `cos(theta)` of the true class becomes `cos(theta + margin)`,
/// all are scaled, then cross-entropy.
///
/// Where `theta + margin` passes pi the target would rise again; there `cos(theta) - margin sin(pi
/// - margin)` stands for it.
///
/// **Source** Deng et al., ArcFace (CVPR 2019), equation 3; the guard from the authors' first code.
///
/// @param scale s, 64 in the paper
/// @param margin m, radians, 0..pi/2; 0.5 in the paper
record ArcFace(double scale, double margin) {

    /// Keeps the square root's slope finite.
    private static final float EDGE = 1 - 1e-7f;

    /// @param loss the mean over the batch, one number
    /// @param cosines `(b, classes)`, without margin
    record Value(NDArray loss, NDArray cosines) {}

    /// @param vectors `(b, d)`, any length
    /// @param centres `(classes, d)`, any length
    /// @param labels `(b)`, 64-bit whole numbers
    Value of(NDArray vectors, NDArray centres, NDArray labels) {
        NDArray own = vectors.getManager().from(centres);
        NDArray units = own.normalize(2, 1);
        // The result would live as long as the receiver otherwise.
        units.attach(vectors.getManager());
        NDArray cosines = vectors.normalize(2, 1).matMul(units.transpose()).clip(-EDGE, EDGE);
        NDArray index = labels.reshape(-1, 1); // (b) -> (b, 1)
        NDArray target = cosines.gather(index, 1);
        NDArray sines = target.square().neg().add(1f).sqrt();
        NDArray moved =
                Factor.times(target, Math.cos(margin)).sub(Factor.times(sines, Math.sin(margin)));
        NDArray guarded = target.sub((float) (margin * Math.sin(Math.PI - margin)));
        NDArray turned =
                target.gt((float) Math.cos(Math.PI - margin)).toType(DataType.FLOAT32, false);
        NDArray wanted = moved.mul(turned).add(guarded.mul(turned.neg().add(1f)));
        NDArray here =
                labels.oneHot((int) centres.getShape().get(0)).toType(DataType.FLOAT32, false);
        NDArray logits = Factor.times(cosines.add(here.mul(wanted.sub(target))), scale);
        return new Value(logits.logSoftmax(1).gather(index, 1).neg().mean(), cosines);
    }
}
