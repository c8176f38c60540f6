package revisage.store;

import revisage.face.FaceImage;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The stages of the faces that a run is forming just now, so that a stop or a kill does not lose
/// them. Hidden beside the films; gone when the faces are done and have a [FilmFile] each.
///
/// **Format** a [RecordLog] of records: 4 bytes target, 8 bytes queries, 8 bytes cosine, then the
/// face; little-endian.
public final class FilmLog {

    private static final String OWNER = "film";
    private static final int HEAD = Integer.BYTES + Long.BYTES + Double.BYTES;

    private final Path file;

    /// One stage.
    ///
    /// @param target 0.. in the run
    /// @param queries spent on it
    /// @param cosine reached, -1..1
    public record Frame(int target, long queries, double cosine, FaceImage face) {}

    /// @param run its folder
    public FilmLog(Path run) {
        file = run.resolve("film").resolve(".running.log");
    }

    /// Whether there are any.
    public boolean exists() {
        return Files.exists(file);
    }

    /// All that was appended, in that order; a damaged end is left away.
    public List<Frame> read() throws WorkException {
        var frames = new ArrayList<Frame>();
        if (exists()) {
            RecordLog.open(file, OWNER, r -> frames.add(frame(r))).close();
        }
        return frames;
    }

    private static Frame frame(byte[] record) {
        ByteBuffer from = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
        int target = from.getInt();
        long queries = from.getLong();
        double cosine = from.getDouble();
        byte[] rgb = new byte[FaceImage.VALUES];
        from.get(rgb);
        return new Frame(target, queries, cosine, new FaceImage(rgb));
    }

    /// All or none of them; they are on the disk when this returns.
    public void append(List<Frame> frames) throws WorkException {
        try (RecordLog log = RecordLog.open(file, OWNER, _ -> {})) {
            log.append(frames.stream().map(FilmLog::record).toList());
        }
    }

    private static byte[] record(Frame frame) {
        return ByteBuffer.allocate(HEAD + FaceImage.VALUES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(frame.target())
                .putLong(frame.queries())
                .putDouble(frame.cosine())
                .put(frame.face().toRgb())
                .array();
    }

    /// Forgets them.
    public void delete() throws WorkException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw FileException.of("delete the stages of unfinished faces", file, e);
        }
    }
}
