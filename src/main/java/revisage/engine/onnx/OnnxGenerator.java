package revisage.engine.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;

import revisage.extract.ModelCard;
import revisage.extract.ModelException;
import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.face.PlaneScaling;
import revisage.reconstruct.Generator;
import revisage.reconstruct.GeneratorCard;
import revisage.vector.UnitLength;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A generator on ONNX Runtime: small blocks of vectors over as many threads as there are cores,
/// each of which also turns answers into faces.
final class OnnxGenerator implements Generator {

    /// Vectors a native call: more leave the cache and are slower to stop.
    private static final int BLOCK = 8;

    private static final int PLANE = FaceImage.SIDE * FaceImage.SIDE;

    private final GeneratorCard card;
    private final OnnxSession session;
    private final PlaneScaling scaling;
    private final ExecutorService threads;
    private final Queue<Desk> desks = new ConcurrentLinkedQueue<>();
    private boolean closed;

    /// @param session closed with this
    OnnxGenerator(GeneratorCard card, OnnxSession session, int cores) {
        this.card = card;
        this.session = session;
        this.scaling = new PlaneScaling(card.output().side(), FaceImage.SIDE);
        this.threads =
                Executors.newFixedThreadPool(
                        session.cuda() ? 1 : cores,
                        Thread.ofPlatform().daemon().name("generator-", 0).factory());
    }

    /// @return two faces
    /// @throws ModelException if two vectors give no faces, or the same one
    FaceBatch mustSpeak() throws WorkException, InterruptedException {
        int d = card.input().dimension();
        float[] two = new float[2 * d];
        for (int i = 0; i < two.length; i++) {
            two[i] = (float) Math.sin(1 + 0.7 * i);
        }
        FaceBatch faces = faces(two, 2);
        boolean same = true;
        for (int i = 0; same && i < FaceImage.VALUES; i++) {
            same = faces.pixels()[i] == faces.pixels()[FaceImage.VALUES + i];
        }
        if (same) {
            throw new ModelException(
                    "The generator %s makes the same face of every vector.".formatted(card.name()),
                    "It is damaged, or was not trained.");
        }
        return faces;
    }

    @Override
    public GeneratorCard card() {
        return card;
    }

    boolean onCuda() {
        return session.cuda();
    }

    @Override
    public String device() {
        return session.device();
    }

    @Override
    public synchronized FaceBatch faces(float[] vectors, int n)
            throws WorkException, InterruptedException {
        Work.pausePoint();
        int d = card.input().dimension();
        if (vectors.length != n * d) {
            throw new IllegalArgumentException(
                    "%d numbers are not %d vectors of %d".formatted(vectors.length, n, d));
        }
        if (closed) {
            throw new IllegalStateException("the generator is closed");
        }
        float[] rows = vectors.clone();
        if (card.input().unitLength()) {
            UnitLength.scale(rows, n, d);
        }
        float[] pixels = new float[Math.multiplyExact(n, FaceImage.VALUES)];
        List<Future<?>> blocks = new ArrayList<>();
        for (int from = 0; from < n; from += BLOCK) {
            int first = from;
            int count = Math.min(BLOCK, n - from);
            blocks.add(
                    threads.submit(
                            () -> {
                                run(rows, first, count, pixels);
                                return null;
                            }));
        }
        await(blocks);
        return new FaceBatch(pixels, n);
    }

    private void await(List<Future<?>> blocks) throws WorkException, InterruptedException {
        try {
            for (Future<?> block : blocks) {
                block.get();
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case OrtException o -> throw OnnxGenerators.failed(card, o);
                case WorkException w -> throw w;
                case Error error -> throw error;
                case null, default ->
                        throw new IllegalStateException("making faces failed", e.getCause());
            }
        } finally {
            // After a stop the blocks under way end by themselves; the others never begin.
            blocks.forEach(b -> b.cancel(false));
        }
    }

    private void run(float[] rows, int from, int count, float[] pixels)
            throws OrtException, WorkException {
        Desk free = desks.poll();
        Desk desk = free == null ? new Desk(card) : free;
        try {
            run(desk, rows, from, count);
            for (int i = 0; i < count; i++) {
                face(desk, i, pixels, (from + i) * FaceImage.VALUES);
            }
        } finally {
            desks.add(desk);
        }
    }

    private void run(Desk desk, float[] rows, int from, int count)
            throws OrtException, WorkException {
        int d = card.input().dimension();
        long side = card.output().side();
        long[] shape =
                switch (card.output().layout()) {
                    case NCHW -> new long[] {count, 3, side, side};
                    case NHWC -> new long[] {count, side, side, 3};
                };
        desk.input.put(0, rows, from * d, count * d);
        try (OnnxTensor tensor =
                        OnnxTensor.createTensor(
                                SilentRuntime.environment(),
                                desk.input.slice(0, count * d),
                                new long[] {count, d});
                OnnxTensor answer =
                        OnnxTensor.createTensor(
                                SilentRuntime.environment(),
                                desk.output.slice(0, count * desk.each()),
                                shape)) {
            session.session()
                    .run(
                            Map.of(card.input().name(), tensor),
                            Set.of(),
                            Map.of(card.output().name(), answer))
                    .close();
        }
    }

    /// Resized, in our order of axes and colours, in 0..255.
    private void face(Desk desk, int number, float[] pixels, int at) throws ModelException {
        float[] planes = planes(desk, number);
        GeneratorCard.Output output = card.output();
        boolean bgr = output.channels() == ModelCard.Channels.BGR;
        boolean finite = true;
        for (int c = 0; c < 3; c++) {
            int from = bgr ? 2 - c : c;
            float mean = output.mean().get(from).floatValue();
            float scale = output.scale().get(from).floatValue();
            for (int i = 0; i < PLANE; i++) {
                float value = planes[from * PLANE + i] * scale + mean;
                finite &= Math.abs(value) <= Float.MAX_VALUE;
                pixels[at + i * 3 + c] = Math.min(255f, Math.max(0f, value));
            }
        }
        if (!finite) {
            throw new ModelException(
                    "The generator %s answers with numbers that are not finite."
                            .formatted(card.name()),
                    "Check that the vectors are those of its extractor.");
        }
    }

    private float[] planes(Desk desk, int number) {
        int each = desk.each();
        int area = each / 3;
        float[] made = desk.made;
        switch (card.output().layout()) {
            case NCHW -> desk.output.get(number * each, made);
            case NHWC -> {
                for (int i = 0; i < each; i++) {
                    made[i % 3 * area + i / 3] = desk.output.get(number * each + i);
                }
            }
        }
        if (card.output().side() == FaceImage.SIDE) {
            return made;
        }
        scaling.resize(made, 0, desk.planes, 0, 3);
        return desk.planes;
    }

    /// What one call under way works with, used again by the next.
    private static final class Desk {

        private final FloatBuffer input;
        private final FloatBuffer output;
        private final float[] made;
        private final float[] planes = new float[3 * PLANE];

        Desk(GeneratorCard card) {
            int side = card.output().side();
            made = new float[3 * side * side];
            input = Lane.direct(BLOCK * card.input().dimension());
            output = Lane.direct(BLOCK * made.length);
        }

        int each() {
            return made.length;
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            threads.close();
            try {
                session.session().close();
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
