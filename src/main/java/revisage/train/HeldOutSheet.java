package revisage.train;

import revisage.extract.Extractor;
import revisage.face.FaceImage;
import revisage.face.PlaneScaling;
import revisage.store.ContactSheet;
import revisage.vector.UnitLength;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Rebuilds held-out faces now and then and draws all looks below each other, the true faces on
/// top: `sheet.png`, which grows while the network learns.
///
/// File: `looks.rgb`, one record a look: the step (8 bytes) and the faces of the sheet.
final class HeldOutSheet {

    static final String SHEET = "sheet.png";

    private static final String LOOKS = "looks.rgb";

    /// Faces beside each other.
    private static final int COLUMNS = 8;

    /// Rows below the true faces; of more looks every second one is left out, and so on.
    private static final int ROWS = 8;

    private final List<FaceImage> faces;
    private final float[] vectors;
    private final Extractor extractor;
    private final Path folder;
    private final String title;

    /// @param faces held out, 1 or more
    HeldOutSheet(List<FaceImage> faces, Extractor extractor, Path folder, String title)
            throws WorkException, InterruptedException {
        this.faces = List.copyOf(faces);
        this.extractor = extractor;
        this.folder = folder;
        this.title = title;
        this.vectors = extractor.embed(this.faces).toArray();
        UnitLength.scale(vectors, faces.size(), extractor.card().dimension());
    }

    /// What a look found.
    ///
    /// @param error mean absolute difference of a pixel, 0..255
    /// @param cosine mean under the extractor
    record Look(double error, double cosine) {}

    Look look(ReconstructorTrainee trainee, long step) throws WorkException, InterruptedException {
        List<FaceImage> rebuilt = rebuilt(trainee);
        float[] answers = extractor.embed(rebuilt).toArray();
        int d = extractor.card().dimension();
        UnitLength.scale(answers, rebuilt.size(), d);
        double cosines = 0;
        for (int i = 0; i < answers.length; i++) {
            cosines += (double) answers[i] * vectors[i];
        }
        double error = 0;
        for (int i = 0; i < rebuilt.size(); i++) {
            byte[] own = rebuilt.get(i).toRgb();
            byte[] real = faces.get(i).toRgb();
            for (int j = 0; j < own.length; j++) {
                error += Math.abs((own[j] & 0xFF) - (real[j] & 0xFF));
            }
        }
        keep(rebuilt, step);
        draw();
        return new Look(
                error / ((double) rebuilt.size() * FaceImage.VALUES), cosines / rebuilt.size());
    }

    private List<FaceImage> rebuilt(ReconstructorTrainee trainee) throws WorkException {
        int side = trainee.side();
        int d = extractor.card().dimension();
        var scaling = new PlaneScaling(side, FaceImage.SIDE);
        var rebuilt = new ArrayList<FaceImage>();
        float[] small = new float[Batch.FACE];
        byte[] rgb = new byte[FaceImage.VALUES];
        for (int i = 0; i < faces.size(); i++) {
            float[] one = java.util.Arrays.copyOfRange(vectors, i * d, (i + 1) * d);
            scaling.resize(trainee.faces(one, 1), 0, small, 0, 3);
            Augmenter.toBytes(small, 0, rgb);
            rebuilt.add(new FaceImage(rgb));
        }
        return rebuilt;
    }

    private int shown() {
        return Math.min(COLUMNS, faces.size());
    }

    private int record() {
        return Long.BYTES + shown() * FaceImage.VALUES;
    }

    /// Looks of later steps were of a run that is gone on from an earlier checkpoint.
    void cut(long from) throws WorkException {
        List<byte[]> kept = looks().stream().filter(l -> step(l) <= from).toList();
        write(kept);
    }

    private static long step(byte[] look) {
        return ByteBuffer.wrap(look).getLong();
    }

    private List<byte[]> looks() throws WorkException {
        Path file = folder.resolve(LOOKS);
        try {
            byte[] all = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            var looks = new ArrayList<byte[]>();
            for (int at = 0; at + record() <= all.length; at += record()) {
                looks.add(java.util.Arrays.copyOfRange(all, at, at + record()));
            }
            return looks;
        } catch (IOException e) {
            throw FileException.of("read the held-out faces", file, e);
        }
    }

    private void write(List<byte[]> looks) throws WorkException {
        Path file = folder.resolve(LOOKS);
        try (var out = Files.newOutputStream(file)) {
            for (byte[] look : looks) {
                out.write(look);
            }
        } catch (IOException e) {
            throw FileException.of("keep the held-out faces", file, e);
        }
    }

    private void keep(List<FaceImage> rebuilt, long step) throws WorkException {
        ByteBuffer look = ByteBuffer.allocate(record()).putLong(step);
        for (FaceImage face : rebuilt.subList(0, shown())) {
            look.put(face.toRgb());
        }
        Path file = folder.resolve(LOOKS);
        try {
            Files.write(file, look.array(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw FileException.of("keep the held-out faces", file, e);
        }
        List<byte[]> looks = looks();
        if (looks.size() > 2 * ROWS) {
            var fewer = new ArrayList<byte[]>();
            for (int i = 0; i < looks.size(); i++) {
                if (i % 2 == 0 || i == looks.size() - 1) {
                    fewer.add(looks.get(i));
                }
            }
            write(fewer);
        }
    }

    private void draw() throws WorkException, InterruptedException {
        var rows = new ArrayList<ContactSheet.Row>();
        rows.add(row("True", faces.subList(0, shown()), false));
        List<byte[]> looks = looks();
        int stride = Math.max(1, Math.ceilDiv(looks.size(), ROWS));
        for (int i = (looks.size() - 1) % stride; i < looks.size(); i += stride) {
            byte[] look = looks.get(i);
            var own = new ArrayList<FaceImage>();
            for (int at = Long.BYTES; at < look.length; at += FaceImage.VALUES) {
                own.add(
                        new FaceImage(
                                java.util.Arrays.copyOfRange(look, at, at + FaceImage.VALUES)));
            }
            rows.add(row(String.format(Locale.ROOT, "Step %,d", step(look)), own, true));
        }
        new ContactSheet(title, List.of(), rows, ContactSheet.ESTIMATES, 1)
                .write(folder.resolve(SHEET));
    }

    private static ContactSheet.Row row(String label, List<FaceImage> faces, boolean estimates) {
        return new ContactSheet.Row(
                label,
                faces.stream().map(f -> new ContactSheet.Cell(f, List.of(), estimates)).toList());
    }
}
