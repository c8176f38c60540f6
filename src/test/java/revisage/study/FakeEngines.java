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
import revisage.face.PhotoException;
import revisage.match.Cards;
import revisage.reconstruct.Generator;
import revisage.reconstruct.GeneratorCard;
import revisage.reconstruct.GeneratorCards;
import revisage.reconstruct.Generators;
import revisage.work.FileException;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import javax.imageio.ImageIO;

/// Engines without native code: an extractor is any file, and sees the mean colours of 16 squares.
public final class FakeEngines implements PlainEngines {

    private static final int SQUARES = 4;
    private static final int EDGE = FaceImage.SIDE / SQUARES;

    /// Numbers a vector.
    public static final int DIMENSION = SQUARES * SQUARES * 3;

    /// Faces embedded so far.
    public final AtomicInteger embedded = new AtomicInteger();

    private static ModelOutline.Port port(String name, long... shape) {
        return new ModelOutline.Port(
                name, "float32", java.util.Arrays.stream(shape).boxed().toList());
    }

    @Override
    public Generators generators() {
        return (onnx, device) -> new Painter(GeneratorCards.beside(onnx));
    }

    /// Paints 16 squares in the colours that the vector names.
    private record Painter(GeneratorCard card) implements Generator {

        @Override
        public String device() {
            return "a fake";
        }

        @Override
        public FaceBatch faces(float[] vectors, int n) {
            float[] pixels = new float[n * FaceImage.VALUES];
            for (int i = 0; i < pixels.length; i++) {
                int y = i / 3 / FaceImage.SIDE % FaceImage.SIDE / EDGE;
                int x = i / 3 % FaceImage.SIDE / EDGE;
                int face = i / FaceImage.VALUES;
                float colour = vectors[face * DIMENSION + (y * SQUARES + x) * 3 + i % 3];
                pixels[i] = Math.clamp(127.5f + 300 * colour, 0f, 255f);
            }
            return new FaceBatch(pixels, n);
        }

        @Override
        public void close() {}
    }

    @Override
    public Extractors extractors() {
        return new Extractors() {
            @Override
            public Extractor open(Path onnx, DeviceChoice device)
                    throws WorkException, InterruptedException {
                ModelCard card = Cards.of(String.valueOf(onnx.getFileName()), DIMENSION);
                return open(onnx, card, device);
            }

            @Override
            public Extractor open(Path onnx, ModelCard card, DeviceChoice device)
                    throws WorkException, InterruptedException {
                return new MeanColours(
                        new ModelCard(
                                card.name(),
                                Sha256.of(onnx),
                                card.input(),
                                card.output(),
                                card.licence(),
                                card.source(),
                                card.paper()));
            }

            @Override
            public ModelOutline inspect(Path onnx) throws WorkException {
                try {
                    String sha256 = Sha256.of(Files.readAllBytes(onnx));
                    return new ModelOutline(
                            sha256,
                            Files.size(onnx),
                            17,
                            "a test",
                            List.of(port("input", 1, 3, FaceImage.SIDE, FaceImage.SIDE)),
                            List.of(port("output", 1, DIMENSION)));
                } catch (IOException e) {
                    throw FileException.of("read the model", onnx, e);
                }
            }
        };
    }

    private final class MeanColours implements Extractor {

        private final ModelCard card;

        MeanColours(ModelCard card) {
            this.card = card;
        }

        @Override
        public ModelCard card() {
            return card;
        }

        @Override
        public String device() {
            return "paper";
        }

        @Override
        public float[] embed(FaceBatch faces) {
            float[] vectors = new float[faces.count() * DIMENSION];
            for (int i = 0; i < faces.count() * FaceImage.VALUES; i++) {
                int x = i / 3 % FaceImage.SIDE;
                int y = i / 3 / FaceImage.SIDE % FaceImage.SIDE;
                int at = ((y / EDGE) * SQUARES + x / EDGE) * 3 + i % 3;
                int face = i / FaceImage.VALUES;
                vectors[face * DIMENSION + at] += (faces.pixels()[i] - 127.5f) / (EDGE * EDGE);
            }
            embedded.addAndGet(faces.count());
            return vectors;
        }

        @Override
        public void close() {}
    }

    @Override
    public PhotoDecoder photos() {
        return file -> {
            try {
                BufferedImage image = ImageIO.read(file.toFile());
                if (image == null) {
                    throw new PhotoException("no picture", "None.");
                }
                byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
                int[] pixels =
                        image.getRGB(
                                0,
                                0,
                                image.getWidth(),
                                image.getHeight(),
                                null,
                                0,
                                image.getWidth());
                for (int i = 0; i < rgb.length; i++) {
                    rgb[i] = (byte) (pixels[i / 3] >> (16 - 8 * (i % 3)));
                }
                return new Photo(image.getWidth(), image.getHeight(), rgb);
            } catch (IOException e) {
                throw FileException.of("read the picture", file, e);
            }
        };
    }

    /// Writes a PNG of 112x112 pixels: squares of the person's colours with the photo's own noise.
    ///
    /// @param noise 0..1: 0.2 keeps a person recognisable, 1 hides them
    public static void paint(Path file, int person, int photo, double noise) throws IOException {
        var own = new Random(1_000L * person + photo);
        var image = new BufferedImage(FaceImage.SIDE, FaceImage.SIDE, BufferedImage.TYPE_INT_RGB);
        var shared = new Random(person);
        int[] colours = new int[SQUARES * SQUARES];
        for (int i = 0; i < colours.length; i++) {
            for (int c = 0; c < 3; c++) {
                double value = (1 - noise) * shared.nextInt(256) + noise * own.nextInt(256);
                colours[i] = colours[i] << 8 | (int) value;
            }
        }
        int[] pixels = new int[FaceImage.SIDE * FaceImage.SIDE];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % FaceImage.SIDE;
            int y = i / FaceImage.SIDE;
            pixels[i] = colours[y / EDGE * SQUARES + x / EDGE];
        }
        image.setRGB(0, 0, FaceImage.SIDE, FaceImage.SIDE, pixels, 0, FaceImage.SIDE);
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
