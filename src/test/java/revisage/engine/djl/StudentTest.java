package revisage.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StudentTest {

    @Test
    void onePairInTwentyIsSparedByItsVectorAlone() {
        float[] vectors = GrowingCriticTest.noise(4000 * 8, 1);
        int spared = 0;
        for (int i = 0; i < 4000; i++) {
            boolean here = Student.spared(vectors, i * 8, 8);
            spared += here ? 1 : 0;
            float[] alone = java.util.Arrays.copyOfRange(vectors, i * 8, i * 8 + 8);
            assertEquals(here, Student.spared(alone, 0, 8));
        }
        // 200 of 4,000, give or take four standard deviations.
        assertTrue(spared > 145 && spared < 255, spared + " spared");
    }

    @Test
    void theStudentsOfThePaperHaveTheirParameters() {
        // As InsightFace's r18 and r50.
        assertEquals(24_025_600, IResNet.eighteen(512).parameters());
        assertEquals(43_590_848, IResNet.fifty(512).parameters());
        long less = IResNet.small(512).parameters() - IResNet.small(128).parameters();
        // 384 rows of the matrix over 48 x 7 x 7, each with bias, gain and shift.
        assertEquals(384L * (48 * 49 + 3), less);
    }
}
