package revisage.study;

import revisage.algebra.Products;
import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.match.GalleryException;
import revisage.people.FaceReader;
import revisage.people.FaceResult;
import revisage.people.Portrait;
import revisage.store.GalleryFolder;
import revisage.store.StoredGallery;
import revisage.store.StoredGallery.Excluded;
import revisage.vector.VectorSet;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A gallery from a folder with the extractor that made it, both checked to belong together.
public final class OpenedGallery implements AutoCloseable {

    private final Products products;
    private final Matcher matcher;
    private final Extractor extractor;

    private OpenedGallery(Products products, Matcher matcher, Extractor extractor) {
        this.products = products;
        this.matcher = matcher;
        this.extractor = extractor;
    }

    /// @param folder written by `revisage enrol`
    /// @param model the extractor, if it is not where it was when the gallery was made
    /// @throws GalleryException if the extractor cannot be found or is another one
    public static OpenedGallery open(
            Path folder, Optional<Path> model, DeviceChoice device, Engines engines)
            throws WorkException, InterruptedException {
        StoredGallery stored = GalleryFolder.read(folder);
        Path onnx = model.or(stored::extractor).orElse(folder);
        if (!Files.isRegularFile(onnx)) {
            throw new GalleryException(
                    "The extractor %s of the gallery %s is not at %s."
                            .formatted(stored.gallery().card().name(), folder, onnx),
                    "Name it with --extractor.");
        }
        Extractor extractor = engines.extractors().open(onnx, device);
        boolean opened = false;
        try {
            refuseAnother(stored, extractor, folder, onnx);
            Products products = engines.products(device);
            opened = true;
            return new OpenedGallery(products, new Matcher(stored, products), extractor);
        } finally {
            if (!opened) {
                extractor.close();
            }
        }
    }

    private static void refuseAnother(
            StoredGallery stored, Extractor extractor, Path folder, Path onnx)
            throws GalleryException {
        var enrolled = stored.gallery().card();
        var found = extractor.card();
        if (!enrolled.sha256().equals(found.sha256())) {
            throw new GalleryException(
                    "The gallery %s was made with %s (%s...), but %s is another extractor (%s...)."
                            .formatted(
                                    folder,
                                    enrolled.name(),
                                    enrolled.sha256().substring(0, 12),
                                    onnx,
                                    found.sha256().substring(0, 12)),
                    "Name the gallery's own extractor with --extractor, or enrol again with this"
                            + " one.");
        }
        if (!enrolled.input().equals(found.input()) || !enrolled.output().equals(found.output())) {
            throw new GalleryException(
                    "The card of %s prepares faces otherwise than when the gallery %s was made."
                            .formatted(onnx, folder),
                    "Restore the card, or enrol again.");
        }
    }

    /// The gallery, ready to be asked.
    public Matcher matcher() {
        return matcher;
    }

    /// Where probes are embedded, in words.
    public String device() {
        return extractor.device();
    }

    /// Reads and embeds probes.
    ///
    /// @throws GalleryException if none of them can be used
    public Embedded embed(
            List<Probe> probes, FaceReader reader, Consumer<? super Progress> progress)
            throws WorkException, InterruptedException {
        int d = extractor.card().dimension();
        var used = new ArrayList<Probe>();
        var pixels = new ArrayList<String>();
        var excluded = new ArrayList<Excluded>();
        float[] values = new float[Math.multiplyExact(probes.size(), d)];
        var portraits = probes.stream().map(OpenedGallery::portrait).toList();
        int[] next = {0};
        new FaceEmbedder(reader, extractor)
                .embed(
                        "Embedding",
                        portraits,
                        0,
                        (results, vectors) -> {
                            System.arraycopy(vectors, 0, values, used.size() * d, vectors.length);
                            for (FaceResult result : results) {
                                Probe probe = probes.get(next[0]++);
                                switch (result) {
                                    case FaceResult.Usable usable -> {
                                        used.add(probe);
                                        pixels.add(usable.sha256());
                                    }
                                    case FaceResult.Excluded(Portrait p, String reason) ->
                                            excluded.add(
                                                    new Excluded(p.id(), probe.person(), reason));
                                }
                            }
                        },
                        progress);
        if (used.isEmpty()) {
            throw new GalleryException(
                    "None of the %d probes could be used; the first: %s."
                            .formatted(probes.size(), excluded.getFirst().reason()),
                    "Name aligned 112x112 faces, or a face finder with --finder.");
        }
        float[] kept = Arrays.copyOf(values, used.size() * d);
        return new Embedded(used, VectorSet.of(kept, d), pixels, excluded);
    }

    private static Portrait portrait(Probe probe) {
        // A reconstruction of a vector without a label has no person.
        String person = probe.person().isEmpty() ? "unknown" : probe.person();
        return new Portrait(probe.id().isEmpty() ? "unknown" : probe.id(), person, probe.image());
    }

    @Override
    public void close() {
        extractor.close();
        products.close();
    }
}
