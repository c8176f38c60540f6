package revisage.study;

import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.extract.Extractors;
import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/// Does an extractor work here, and how fast: opened by its card, asked twice about the same noise,
/// then asked for a second.
public record ExtractorTrial(Extractors extractors, Path model, DeviceChoice device)
        implements Work<Progress, ExtractorTrial.Result> {

    private static final int BATCH = 16;
    private static final double SECONDS = 1;

    /// @param device where it ran, in words
    /// @param facesASecond in batches of 16
    /// @param repeatable whether the same batch gave the same bytes
    public record Result(String device, double facesASecond, boolean repeatable) {}

    @Override
    public Result run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        events.accept(new Progress("Opening the extractor", 0, 0, ""));
        try (Extractor opened = extractors.open(model, device)) {
            FaceBatch noise = noise();
            boolean same = Arrays.equals(opened.embed(noise), opened.embed(noise));
            long from = System.nanoTime();
            long faces = 0;
            double seconds = 0;
            while (seconds < SECONDS) {
                Work.pausePoint();
                var _ = opened.embed(noise);
                faces += BATCH;
                seconds = (System.nanoTime() - from) / 1e9;
                events.accept(new Progress("Measuring its speed", faces, 0, "faces"));
            }
            return new Result(opened.device(), faces / seconds, same);
        }
    }

    private static FaceBatch noise() {
        float[] pixels = new float[BATCH * FaceImage.VALUES];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (i * 31 + i / 97 * 17) % 256;
        }
        return new FaceBatch(pixels, BATCH);
    }
}
