package revisage.study;

import revisage.extract.Extractor;
import revisage.match.Gallery;
import revisage.match.GalleryException;
import revisage.people.FaceReader;
import revisage.people.LabelledFolder;
import revisage.people.Portrait;
import revisage.store.FolderLock;
import revisage.store.GalleryFolder;
import revisage.store.PictureStrip;
import revisage.store.RecordLog;
import revisage.store.StoredGallery;
import revisage.vector.VectorSet;
import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.Sha256;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Makes a gallery from a labelled folder: reads, embeds, keeps.
///
/// Work in progress lies in a hidden folder beside the gallery, a flush to the disk every
/// [FaceEmbedder#BLOCK] pictures; the same enrolment goes on from there, whatever stopped it, to
/// the same gallery.
///
/// @param folder the people
/// @param reader opens and aligns their pictures
/// @param alignment how, in words; kept in the gallery
/// @param extractor stays the caller's
/// @param model the extractor's file, noted in the gallery
/// @param pictures whether small pictures are kept
/// @param target must not exist, be empty, or be the gallery of the same enrolment
public record Enrolment(
        LabelledFolder folder,
        FaceReader reader,
        String alignment,
        Extractor extractor,
        Path model,
        boolean pictures,
        Path target)
        implements Work<Progress, Enrolment.Result> {

    /// What came out.
    ///
    /// @param enrolled faces in the gallery
    /// @param people in the gallery
    /// @param peopleWithout people of the folder without a usable picture
    /// @param excluded pictures that could not be used
    /// @param notes what a person should know of single pictures, counted by note
    /// @param twice pictures whose pixels are enrolled under another id too
    /// @param twoPeople of these, under another person
    /// @param resumed pictures that an earlier run had done
    public record Result(
            int enrolled,
            int people,
            int peopleWithout,
            List<StoredGallery.Excluded> excluded,
            Map<String, Integer> notes,
            int twice,
            int twoPeople,
            int resumed) {}

    @Override
    public Result run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        if (Files.exists(target.resolve(GalleryFolder.JSON))) {
            return same(GalleryFolder.read(target));
        }
        Path home = target.toAbsolutePath().normalize();
        Path workshop = home.resolveSibling("." + home.getFileName() + ".enrolling");
        Result result;
        try (FolderLock _ = FolderLock.take(workshop)) {
            int resumed = embedAll(workshop.resolve("faces.log"), events);
            result = assemble(workshop, resumed);
        }
        clear(workshop);
        return result;
    }

    private int embedAll(Path log, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        int d = extractor.card().dimension();
        List<Portrait> portraits = folder.portraits();
        try (RecordLog kept = RecordLog.open(log, belongsTo(), _ -> {})) {
            int done = (int) Math.min(portraits.size(), kept.count() * FaceEmbedder.BLOCK);
            new FaceEmbedder(reader, extractor)
                    .embed(
                            "Enrolling",
                            portraits,
                            done,
                            (results, vectors) ->
                                    kept.append(EnrolmentLog.write(results, vectors, d, pictures)),
                            events);
            return done;
        }
    }

    /// Everything the log depends on, so that no other enrolment goes on with it.
    private String belongsTo() {
        String list =
                folder.portraits().stream()
                        .map(p -> p.id() + "\0" + p.person())
                        .collect(Collectors.joining("\1"));
        return "enrolment 1, %s, %s, pictures %s, %s, %s"
                .formatted(
                        extractor.card(),
                        alignment,
                        pictures,
                        folder.root().toAbsolutePath().normalize(),
                        Sha256.of(list.getBytes(StandardCharsets.UTF_8)));
    }

    private Result assemble(Path workshop, int resumed) throws WorkException, InterruptedException {
        Path strip = workshop.resolve("pictures.bin");
        var faces = new Assembly(extractor.card().dimension(), folder.portraits());
        try (OutputStream out = Files.newOutputStream(strip);
                RecordLog _ =
                        RecordLog.open(
                                workshop.resolve("faces.log"),
                                belongsTo(),
                                block -> faces.add(block, out))) {
            out.flush();
        } catch (IOException | UncheckedIOException e) {
            throw FileException.of(
                    "write the small pictures",
                    strip,
                    e instanceof UncheckedIOException u && u.getCause() != null
                            ? u.getCause()
                            : new IOException(e));
        }
        if (faces.ids.isEmpty()) {
            throw new GalleryException(
                    "None of the %d pictures in %s could be used; the first: %s."
                            .formatted(
                                    folder.portraits().size(),
                                    folder.root(),
                                    faces.excluded.getFirst().reason()),
                    "Name aligned 112x112 faces, or a face finder with --finder.");
        }
        Gallery gallery = new Gallery(extractor.card(), faces.vectors(), faces.pixels);
        Optional<PictureStrip> kept =
                pictures ? Optional.of(new PictureStrip(strip, faces.ends())) : Optional.empty();
        GalleryFolder.write(
                new StoredGallery(gallery, Optional.of(model), alignment, faces.excluded, kept),
                target);
        return result(gallery, faces.excluded, faces.notes, resumed);
    }

    private Result same(StoredGallery stored) throws GalleryException {
        Gallery gallery = stored.gallery();
        Set<String> there = new HashSet<>(gallery.vectors().ids().orElseThrow());
        stored.excluded().forEach(e -> there.add(e.id()));
        Set<String> asked =
                folder.portraits().stream().map(Portrait::id).collect(Collectors.toSet());
        if (!gallery.card().equals(extractor.card())
                || !stored.alignment().equals(alignment)
                || !there.equals(asked)) {
            throw new GalleryException(
                    "%s is a gallery already, of other pictures, another extractor or another alignment."
                            .formatted(target),
                    "Name another folder, or delete this one if it is not needed any more.");
        }
        return result(gallery, stored.excluded(), Map.of(), asked.size());
    }

    private Result result(
            Gallery gallery,
            List<StoredGallery.Excluded> excluded,
            Map<String, Integer> notes,
            int resumed) {
        var byPixels = new HashMap<String, Integer>();
        int twice = 0;
        int twoPeople = 0;
        for (int i = 0; i < gallery.size(); i++) {
            Integer first = byPixels.putIfAbsent(gallery.pixels(i), i);
            if (first != null) {
                twice++;
                twoPeople += gallery.personNumber(first) == gallery.personNumber(i) ? 0 : 1;
            }
        }
        return new Result(
                gallery.size(),
                gallery.people().size(),
                folder.people() - gallery.people().size(),
                excluded,
                notes,
                twice,
                twoPeople,
                resumed);
    }

    private static void clear(Path workshop) throws WorkException {
        try {
            for (String file : List.of("faces.log", "pictures.bin", ".lock")) {
                Files.deleteIfExists(workshop.resolve(file));
            }
            Files.deleteIfExists(workshop);
        } catch (IOException e) {
            throw FileException.of("delete the work in progress", workshop, e);
        }
    }

    /// Scratch: the log put together again.
    private static final class Assembly {

        private final int d;
        private final List<Portrait> portraits;
        private final List<String> ids = new ArrayList<>();
        private final List<String> people = new ArrayList<>();
        private final List<String> pixels = new ArrayList<>();
        private final List<StoredGallery.Excluded> excluded = new ArrayList<>();
        private final Map<String, Integer> notes = new HashMap<>();
        private final float[] values;
        private final long[] ends;
        private long end;
        private int next;

        Assembly(int d, List<Portrait> portraits) {
            this.d = d;
            this.portraits = portraits;
            this.values = new float[Math.multiplyExact(portraits.size(), d)];
            this.ends = new long[portraits.size()];
        }

        void add(byte[] block, OutputStream strip) {
            for (EnrolmentLog.Entry entry : EnrolmentLog.read(block, d)) {
                Portrait portrait = portraits.get(next++);
                switch (entry) {
                    case EnrolmentLog.Excluded(String reason) ->
                            excluded.add(
                                    new StoredGallery.Excluded(
                                            portrait.id(), portrait.person(), reason));
                    case EnrolmentLog.Face face -> add(portrait, face, strip);
                }
            }
        }

        private void add(Portrait portrait, EnrolmentLog.Face face, OutputStream strip) {
            face.vector().copyFloats(values, ids.size() * d);
            try {
                strip.write(face.picture().get());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            end += face.picture().get().length;
            ends[ids.size()] = end;
            ids.add(portrait.id());
            people.add(portrait.person());
            pixels.add(face.pixels());
            face.notes().forEach(n -> notes.merge(n, 1, Integer::sum));
        }

        VectorSet vectors() {
            float[] used = Arrays.copyOf(values, ids.size() * d);
            return VectorSet.of(used, d).named(ids, people);
        }

        long[] ends() {
            return Arrays.copyOf(ends, ids.size());
        }
    }
}
