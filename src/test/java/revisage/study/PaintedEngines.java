package revisage.study;

import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.extract.Extractors;
import revisage.extract.ModelCard;
import revisage.extract.ModelOutline;
import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.face.Photo;
import revisage.face.PhotoDecoder;
import revisage.match.Cards;
import revisage.reconstruct.Generators;
import revisage.work.FileException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// Engines for tests: a picture file holds two numbers, the person and the photo; an extractor is
/// the mean grey of 8x8 tiles.
final class PaintedEngines implements PlainEngines {

    private static final int TILES = 8;
    private static final int TILE = FaceImage.SIDE / TILES;

    /// How many faces all extractors were shown.
    final AtomicInteger shown = new AtomicInteger();

    @Override
    public PhotoDecoder photos() {
        return file -> {
            try {
                String[] numbers = Files.readString(file).strip().split(" ");
                return paint(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
            } catch (IOException e) {
                throw FileException.of("read the picture", file, e);
            }
        };
    }

    private static Photo paint(long person, long photo) {
        byte[] rgb = new byte[FaceImage.VALUES];
        var face = new Random(person);
        var light = new Random(1_000 * person + photo);
        double[] tiles = new double[TILES * TILES];
        for (int t = 0; t < tiles.length; t++) {
            tiles[t] = 60 + 120 * face.nextDouble() + 20 * light.nextDouble();
        }
        for (int y = 0; y < FaceImage.SIDE; y++) {
            for (int x = 0; x < FaceImage.SIDE; x++) {
                byte grey = (byte) tiles[y / TILE * TILES + x / TILE];
                int at = (y * FaceImage.SIDE + x) * 3;
                rgb[at] = grey;
                rgb[at + 1] = grey;
                rgb[at + 2] = grey;
            }
        }
        return Photo.owning(FaceImage.SIDE, FaceImage.SIDE, rgb);
    }

    @Override
    public Generators generators() {
        return (onnx, device) -> {
            throw new AssertionError("no networks here");
        };
    }

    @Override
    public Extractors extractors() {
        return new Extractors() {
            @Override
            public Extractor open(Path onnx, DeviceChoice device) {
                String name = String.valueOf(onnx.getFileName()).replace(".onnx", "");
                return new Tiles(Cards.of(name, TILES * TILES));
            }

            @Override
            public Extractor open(Path onnx, ModelCard card, DeviceChoice device) {
                return new Tiles(card);
            }

            @Override
            public ModelOutline inspect(Path onnx) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private final class Tiles implements Extractor {

        private final ModelCard card;

        Tiles(ModelCard card) {
            this.card = card;
        }

        @Override
        public ModelCard card() {
            return card;
        }

        @Override
        public String device() {
            return "a test";
        }

        @Override
        public float[] embed(FaceBatch faces) {
            shown.addAndGet(faces.count());
            float[] answers = new float[faces.count() * TILES * TILES];
            for (int i = 0; i < faces.count(); i++) {
                for (int t = 0; t < TILES * TILES; t++) {
                    int y = t / TILES * TILE + 1;
                    int x = t % TILES * TILE + 1;
                    int at = i * FaceImage.VALUES + (y * FaceImage.SIDE + x) * 3;
                    answers[i * TILES * TILES + t] = faces.pixels()[at] - 130;
                }
            }
            return answers;
        }

        @Override
        public void close() {}
    }
}
