package revisage.study;

import revisage.extract.DeviceChoice;
import revisage.reconstruct.Generator;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// How many vectors a second trained reconstructors turn into faces, as `reconstruct` asks them:
/// blocks of many, on all cores.
///
/// @param networks ONNX files with their cards
/// @param slice least time for each
record GeneratorSpeed(Engines engines, List<Path> networks, Duration slice) {

    /// Vectors a call, as many as `reconstruct` hands over at once.
    private static final int BLOCK = 256;

    /// Each is measured so often, and the middle counts.
    private static final int TIMES = 3;

    List<BenchReport.GeneratorSpeed> measure(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var found = new ArrayList<BenchReport.GeneratorSpeed>();
        for (Path network : networks) {
            try (Generator generator = engines.generators().open(network, DeviceChoice.AUTO)) {
                found.add(speed(generator));
            }
            events.accept(new Progress("generators", found.size(), networks.size(), "networks"));
        }
        return found;
    }

    private BenchReport.GeneratorSpeed speed(Generator generator)
            throws WorkException, InterruptedException {
        float[] vectors = new float[BLOCK * generator.card().input().dimension()];
        var dice = new Random(1);
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = (float) dice.nextGaussian();
        }
        generator.faces(vectors, BLOCK); // the first one also warms up
        var rates = new ArrayList<Double>();
        for (int i = 0; i < TIMES; i++) {
            rates.add(rate(generator, vectors));
        }
        rates.sort(null);
        return new BenchReport.GeneratorSpeed(
                generator.card().name(),
                generator.card().method(),
                generator.card().output().side(),
                generator.device(),
                rates.get(TIMES / 2),
                rates.getFirst(),
                rates.getLast());
    }

    private double rate(Generator generator, float[] vectors)
            throws WorkException, InterruptedException {
        long began = System.nanoTime();
        long made = 0;
        while (made == 0 || System.nanoTime() - began < slice.toNanos() / TIMES) {
            Work.pausePoint();
            made += generator.faces(vectors, BLOCK).count();
        }
        return made / ((System.nanoTime() - began) / 1e9);
    }
}
