package revisage.train;

import revisage.extract.CardFiles;
import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.extract.Extractors;
import revisage.extract.ModelCard;
import revisage.extract.ModelOutline;
import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.face.Photo;
import revisage.reconstruct.Generator;
import revisage.reconstruct.GeneratorCard;
import revisage.reconstruct.GeneratorCards;
import revisage.work.Dice;
import revisage.work.FileException;
import revisage.work.Kept;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// What a training works with, without native code.
final class TrainFakes {

    private TrainFakes() {}

    /// One colour a person, with noise a photo.
    static FaceImage portrait(long population, int person, int photo) {
        var own = new Random(Dice.seed(population, person));
        var here = new Random(Dice.seed(population, person, photo));
        byte[] rgb = new byte[FaceImage.VALUES];
        int[] colour = {own.nextInt(40, 215), own.nextInt(40, 215), own.nextInt(40, 215)};
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (colour[i % 3] + here.nextInt(-30, 31));
        }
        return new FaceImage(rgb);
    }

    static TrainingTools tools(Trainees trainees) {
        return tools(trainees, Set.of());
    }

    /// @param stops of the reconstructor that learns
    static TrainingTools tools(Trainees trainees, Set<Long> stops) {
        return new TrainingTools(
                TrainFakes::portrait,
                file -> {
                    throw new AssertionError("no pictures here");
                },
                TrainFakes::raw,
                yunet -> {
                    throw new AssertionError("no finder here");
                },
                trainees,
                (plan, files, dimension, pairs) -> new ColourPainter(stops),
                new MeanColours(),
                TrainFakes::painted);
    }

    /// Stops the training at such a step, each once.
    static void stop(Set<Long> stops, long step) {
        if (!stops.isEmpty() && stops.remove(step)) {
            Thread.currentThread().interrupt();
        }
    }

    /// What was learned, in place of a network.
    static void export(String learned, Path onnx) throws WorkException {
        try {
            Files.writeString(onnx, learned);
        } catch (IOException e) {
            throw FileException.of("write", onnx, e);
        }
    }

    /// The log of a training without what depends on the clock.
    static List<String> curve(Path out) throws IOException {
        return Files.readAllLines(out.resolve("log.jsonl")).stream()
                .map(line -> line.replaceAll(",\"facesPerSecond.*", ""))
                .toList();
    }

    /// What [ColourPainter] exported, as a generator.
    static Generator painted(Path onnx, DeviceChoice device) throws WorkException {
        GeneratorCard card = GeneratorCards.beside(onnx);
        float gain;
        try {
            gain = Float.parseFloat(Files.readString(onnx).split(" ")[1]);
        } catch (IOException e) {
            throw FileException.of("read", onnx, e);
        }
        return new Generator() {
            @Override
            public GeneratorCard card() {
                return card;
            }

            @Override
            public String device() {
                return "a fake";
            }

            @Override
            public FaceBatch faces(float[] vectors, int n) {
                float[] planes = ColourPainter.painted(vectors, n, gain);
                float[] pixels = new float[planes.length];
                int plane = 112 * 112;
                for (int i = 0; i < pixels.length; i++) {
                    int face = i / Batch.FACE;
                    int at = face * Batch.FACE + i % 3 * plane + i % Batch.FACE / 3;
                    pixels[i] = planes[at] * 127.5f + 127.5f;
                }
                return new FaceBatch(pixels, n);
            }

            @Override
            public void close() {}
        };
    }

    /// A "picture" is 112x112x3 bytes as they are.
    static Photo raw(byte[] picture, Path from) {
        return new Photo(112, 112, picture);
    }

    /// Learns nothing but a sum, and sees mean colours; so it is quick and depends on every batch.
    static final class Summing implements Trainee {

        private final Set<Long> stops;
        private double sum;
        private long steps;

        /// @param stops steps after which it is stopped, each once
        Summing(Set<Long> stops) {
            this.stops = stops;
        }

        @Override
        public long parameters() {
            return 1;
        }

        @Override
        public int dimension() {
            return 3;
        }

        @Override
        public String device() {
            return "a fake";
        }

        @Override
        public Outcome learn(Batch batch, Moment moment) {
            double batchSum = 0;
            for (float v : batch.pixels()) {
                batchSum += v;
            }
            sum = 0.9 * sum + moment.rate() * batchSum + moment.margin();
            steps++;
            stop(stops, steps);
            return new Outcome(sum, batch.people()[0] % 2, batchSum);
        }

        @Override
        public float[] vectors(float[] faces, int n) {
            float[] means = new float[3 * n];
            for (int i = 0; i < faces.length; i++) {
                means[i / (112 * 112)] += faces[i] / (112 * 112);
            }
            return means;
        }

        @Override
        public Kept state() {
            return Kept.nothing().with("sum", new double[] {sum, steps});
        }

        @Override
        public void restore(Kept state) {
            sum = state.doubles("sum")[0];
            steps = (long) state.doubles("sum")[1];
        }

        @Override
        public void export(Path onnx) throws WorkException {
            TrainFakes.export(steps + " " + sum, onnx);
        }

        @Override
        public void close() {}
    }

    static Trainees trainees(Set<Long> stops) {
        return new Trainees() {
            @Override
            public List<String> networks() {
                return ExtractorPlan.NETWORKS;
            }

            @Override
            public Trainee begin(ExtractorPlan plan, int classes) {
                return new Summing(stops);
            }
        };
    }

    /// Any file is the extractor that [Summing] is.
    static final class MeanColours implements Extractors {

        @Override
        public Extractor open(Path onnx, DeviceChoice device) throws WorkException {
            return open(onnx, CardFiles.read(CardFiles.beside(onnx)), device);
        }

        @Override
        public Extractor open(Path onnx, ModelCard card, DeviceChoice device) {
            return new Extractor() {
                @Override
                public ModelCard card() {
                    return card;
                }

                @Override
                public String device() {
                    return "a fake";
                }

                @Override
                public float[] embed(FaceBatch faces) {
                    float[] means = new float[3 * faces.count()];
                    for (int i = 0; i < faces.count() * FaceImage.VALUES; i++) {
                        means[i / FaceImage.VALUES * 3 + i % 3] +=
                                (faces.pixels()[i] - 127.5f) / 127.5f / (112 * 112);
                    }
                    return means;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public ModelOutline inspect(Path onnx) {
            throw new AssertionError("not needed");
        }
    }

    static TrainingData synthetic(int people, int photos) {
        return new TrainingData(
                Optional.of(new TrainingData.Synthetic(3, people, photos, Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Thirty people learned, 20 held out, 5 photos each, batches of 10.
    static ExtractorPlan plan(double epochs, long seed) {
        return new ExtractorPlan(
                1,
                "tiny",
                "res-small",
                seed,
                synthetic(50, 5),
                Optional.of(new ExtractorPlan.HeldOut(20, Optional.empty())),
                Optional.of(
                        new Recipe(
                                Optional.of(epochs),
                                Optional.of(10),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
