package revisage.people.synthetic;

/// A rotation of space: yaw, then pitch, then roll.
final class Turn {

    private final float[] m = new float[9];

    /// @param yaw degrees, positive turns the front to positive x
    /// @param pitch degrees, positive lifts the front
    /// @param roll degrees, positive turns clockwise as the camera sees it
    Turn(float yaw, float pitch, float roll) {
        double a = StrictMath.toRadians(yaw);
        double b = StrictMath.toRadians(pitch);
        double c = StrictMath.toRadians(-roll);
        double ca = StrictMath.cos(a);
        double sa = StrictMath.sin(a);
        double cb = StrictMath.cos(b);
        double sb = StrictMath.sin(b);
        double cc = StrictMath.cos(c);
        double sc = StrictMath.sin(c);
        // After yaw: (ca x + sa z, y, -sa x + ca z); after pitch: y' = cb y + sb z, z' = cb z - sb
        // y
        double[] row1 = {-sb * sa, cb, sb * ca};
        double[] row0 = {ca, 0, sa};
        for (int k = 0; k < 3; k++) {
            m[k] = (float) (cc * row0[k] - sc * row1[k]);
            m[3 + k] = (float) (sc * row0[k] + cc * row1[k]);
        }
        m[6] = (float) (-cb * sa);
        m[7] = (float) -sb;
        m[8] = (float) (cb * ca);
    }

    /// Turns vectors `x y z` in place.
    void apply(float[] v) {
        for (int i = 0; i < v.length; i += 3) {
            float x = v[i];
            float y = v[i + 1];
            float z = v[i + 2];
            v[i] = m[0] * x + m[1] * y + m[2] * z;
            v[i + 1] = m[3] * x + m[4] * y + m[5] * z;
            v[i + 2] = m[6] * x + m[7] * y + m[8] * z;
        }
    }

    /// Turns vectors back in place.
    void undo(float[] v) {
        for (int i = 0; i < v.length; i += 3) {
            float x = v[i];
            float y = v[i + 1];
            float z = v[i + 2];
            v[i] = m[0] * x + m[3] * y + m[6] * z;
            v[i + 1] = m[1] * x + m[4] * y + m[7] * z;
            v[i + 2] = m[2] * x + m[5] * y + m[8] * z;
        }
    }
}
