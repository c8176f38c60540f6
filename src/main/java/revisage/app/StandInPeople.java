package revisage.app;

import revisage.face.FaceImage;
import revisage.work.Dice;

import java.util.SplittableRandom;

/// Until the synthetic people are here: coloured patterns, one a person.
final class StandInPeople {

    private StandInPeople() {}

    static FaceImage portrait(long population, int person, int photo) {
        var own = new SplittableRandom(Dice.seed(population, person));
        var here = new SplittableRandom(Dice.seed(population, person, photo + 1L));
        byte[] rgb = new byte[FaceImage.VALUES];
        double[] waves = own.doubles(36, -1, 1).toArray();
        double dx = here.nextDouble(-6, 6);
        double dy = here.nextDouble(-6, 6);
        double light = here.nextDouble(0.6, 1.4);
        for (int y = 0; y < 112; y++) {
            for (int x = 0; x < 112; x++) {
                for (int c = 0; c < 3; c++) {
                    double v = 0;
                    for (int w = 0; w < 4; w++) {
                        int i = c * 12 + w * 3;
                        v +=
                                Math.sin(
                                        (x + dx) * waves[i] * 0.15
                                                + (y + dy) * waves[i + 1] * 0.15
                                                + 3 * waves[i + 2]);
                    }
                    double noisy = 128 + light * 25 * v + here.nextDouble(-20, 20);
                    rgb[(y * 112 + x) * 3 + c] = (byte) Math.clamp((long) noisy, 0, 255);
                }
            }
        }
        return new FaceImage(rgb);
    }
}
