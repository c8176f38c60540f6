package revisage.engine.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import revisage.extract.Extractor;
import revisage.extract.ModelCard;
import revisage.extract.ModelException;
import revisage.face.FaceBatch;
import revisage.work.Work;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/// An extractor on ONNX Runtime. Faces go in small blocks over as many lanes as there are cores;
/// each lane converts and runs its own blocks, so that converting one overlaps with running
/// another.
final class OnnxExtractor implements Extractor {

    private final ModelCard card;
    private final OnnxSession session;
    private final String device;
    private final int block;
    private final boolean fixedBlock;
    private final List<Lane> lanes;
    private final ExecutorService threads;
    private final ReentrantLock oneCall = new ReentrantLock();
    private boolean closed;

    /// @param session closed with this
    /// @param device in words
    /// @param block faces a native call
    /// @param fixedBlock whether the network takes only that many
    /// @param answer shape of the network's answer, batch first
    OnnxExtractor(
            ModelCard card,
            OnnxSession session,
            String device,
            int block,
            boolean fixedBlock,
            int laneCount,
            long[] answer) {
        this.card = card;
        this.session = session;
        this.device = device;
        this.block = block;
        this.fixedBlock = fixedBlock;
        lanes =
                IntStream.range(0, laneCount)
                        .mapToObj(_ -> new Lane(session.session(), card, block, fixedBlock, answer))
                        .toList();
        threads =
                Executors.newFixedThreadPool(
                        laneCount, Thread.ofPlatform().daemon().name("extractor-", 0).factory());
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public String device() {
        return device;
    }

    @Override
    public float[] embed(FaceBatch faces) throws WorkException, InterruptedException {
        Work.pausePoint();
        float[] out = new float[Math.multiplyExact(faces.count(), card.dimension())];
        oneCall.lockInterruptibly();
        try (var options = new OrtSession.RunOptions()) {
            if (closed) {
                throw new IllegalStateException("the extractor is closed");
            }
            inLanes(faces, out, options);
        } catch (OrtException e) {
            throw failed(e);
        } finally {
            oneCall.unlock();
        }
        mustBeFinite(out);
        return out;
    }

    private void inLanes(FaceBatch faces, float[] out, OrtSession.RunOptions options)
            throws WorkException, InterruptedException, OrtException {
        // Few faces are spread over all lanes; the sizes depend on the count alone.
        int size =
                fixedBlock
                        ? block
                        : Math.clamp(Math.ceilDiv(faces.count(), lanes.size()), 1, block);
        int blocks = Math.ceilDiv(faces.count(), size);
        var next = new AtomicInteger();
        List<Future<?>> ends = new ArrayList<>();
        for (Lane lane : lanes.subList(0, Math.min(lanes.size(), blocks))) {
            ends.add(
                    threads.submit(
                            () -> {
                                for (int b = next.getAndIncrement();
                                        b < blocks;
                                        b = next.getAndIncrement()) {
                                    int from = b * size;
                                    lane.run(
                                            faces,
                                            from,
                                            Math.min(size, faces.count() - from),
                                            out,
                                            options);
                                }
                                return null;
                            }));
        }
        try {
            for (Future<?> end : ends) {
                end.get();
            }
        } catch (ExecutionException e) {
            stop(next, blocks, options, ends);
            throw failed(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            stop(next, blocks, options, ends);
            throw e;
        }
    }

    /// Native calls do not hear interruption, but end at the next layer once told so.
    private static void stop(
            AtomicInteger next, int blocks, OrtSession.RunOptions options, List<Future<?>> ends)
            throws OrtException {
        next.set(blocks);
        options.setTerminate(true);
        boolean interrupted = false;
        for (Future<?> end : ends) {
            while (!end.isDone()) {
                try {
                    end.get();
                } catch (ExecutionException _) {
                    // Told to end, or fails like the first; the first is reported.
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void mustBeFinite(float[] out) throws ModelException {
        for (int i = 0; i < out.length; i++) {
            if (!Float.isFinite(out[i])) {
                throw new ModelException(
                        "The extractor %s answers face %d with numbers that are not finite."
                                .formatted(card.name(), i / card.dimension()),
                        "Check the card's preprocessing with 'revisage extractor probe'.");
            }
        }
    }

    private WorkException failed(Throwable cause) {
        return switch (cause) {
            case OrtException e ->
                    new ModelException(
                            "ONNX Runtime cannot run the extractor %s (%s)."
                                    .formatted(card.name(), OnnxSession.reason(e)),
                            "Free some memory, or use --device cpu.",
                            e);
            case WorkException e -> e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(cause);
        };
    }

    @Override
    public void close() {
        oneCall.lock();
        try {
            if (!closed) {
                closed = true;
                threads.shutdown();
                lanes.forEach(Lane::close);
                session.session().close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        } finally {
            oneCall.unlock();
        }
    }
}
