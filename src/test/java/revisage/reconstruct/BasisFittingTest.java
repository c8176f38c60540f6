package revisage.reconstruct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.face.FaceImage;
import revisage.match.PlainProducts;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

class BasisFittingTest {

    @Test
    void aFaceOfTheSpanIsDecodedFromItsOwnCoefficients() throws Exception {
        List<FaceImage> faces = faces(8);
        PlainProducts products = new PlainProducts();
        EigenBasis basis =
                new BasisFitting(7, false, 1).fit(faces, new TreeMap<>(), products, _ -> {});
        float[] face = new float[FaceImage.VALUES];
        faces.get(3).copyTo(face, 0);
        float[] c = new float[7];
        for (int i = 0; i < 7; i++) {
            double along = 0;
            for (int j = 0; j < face.length; j++) {
                along += (face[j] - basis.mean()[j]) * (double) basis.axes().at(i, j);
            }
            c[i] = (float) (along / basis.deviations()[i]);
        }
        float[] pixels = new float[FaceImage.VALUES];
        try (var decoder = new Decoder(basis, products)) {
            decoder.decode(c, 1, pixels);
        }
        // 8 faces span 7 axes, so nothing is lost but rounding
        assertArrayEquals(face, pixels, 0.6f);
    }

    @Test
    void symmetricAxesAreTheirOwnMirrorImage() throws Exception {
        EigenBasis basis =
                new BasisFitting(4, true, 1)
                        .fit(faces(8), new TreeMap<>(), new PlainProducts(), _ -> {});
        int side = FaceImage.SIDE;
        double worst = 0;
        for (int i = 0; i < 4; i++) {
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    worst =
                            Math.max(
                                    worst,
                                    Math.abs(
                                            basis.axes().at(i, (y * side + x) * 3)
                                                    - basis.axes()
                                                            .at(i, (y * side + side - 1 - x) * 3)));
                }
            }
        }
        assertTrue(worst < 1e-6, "differs by " + worst);
    }

    @Test
    void fewerFacesThanAxesAreRefused() {
        var fitting = new BasisFitting(8, true, 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> fitting.fit(faces(8), new TreeMap<>(), new PlainProducts(), _ -> {}));
    }

    @Test
    void pixelsOutsideAreClipped() throws Exception {
        EigenBasis basis = ToyFaces.basis(2, 4);
        float[] pixels = new float[FaceImage.VALUES];
        try (var decoder = new Decoder(basis, new PlainProducts())) {
            decoder.decode(new float[] {50, 0}, 1, pixels);
        }
        double low = 255;
        double high = 0;
        for (float p : pixels) {
            low = Math.min(low, p);
            high = Math.max(high, p);
        }
        assertEquals(0, low);
        assertEquals(255, high);
    }

    private static List<FaceImage> faces(int count) {
        var random = new Random(5);
        var faces = new ArrayList<FaceImage>();
        for (int i = 0; i < count; i++) {
            byte[] rgb = new byte[FaceImage.VALUES];
            int tone = 60 + random.nextInt(100);
            for (int j = 0; j < rgb.length; j++) {
                rgb[j] = (byte) (tone + random.nextInt(60));
            }
            faces.add(new FaceImage(rgb));
        }
        return faces;
    }
}
