package revisage.vector.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import revisage.vector.LeakedFile;
import revisage.vector.Refusal;
import revisage.vector.VectorFileException;
import revisage.work.FileException;
import revisage.work.Work;
import revisage.work.WorkException;

/// NumPy arrays in a zip archive. The archive may be hostile: entries and their growth are limited.
final class NpzFile {

    private static final int MOST_ENTRIES = 10_000;

    /// reliability.md B.5 rule 7; small arrays of zeros may be packed tighter.
    private static final long MOST_RATIO = 100;

    private static final long ALWAYS_ALLOWED = 16L << 20;
    private static final int CHUNK = 1 << 20;

    private final ZipFile zip;
    private final Refusal refusal;
    private final List<String> notices = new ArrayList<>();

    private NpzFile(ZipFile zip, Refusal refusal) {
        this.zip = zip;
        this.refusal = refusal;
    }

    static LeakedFile open(Path file) throws WorkException, InterruptedException {
        var refusal = new Refusal(file, "a NumPy archive (.npz)");
        try (var zip = new ZipFile(file.toFile())) {
            return new NpzFile(zip, refusal).read(file);
        } catch (ZipException | IllegalArgumentException e) {
            throw refusal.because("it is no sound zip archive (%s)".formatted(e.getMessage()), e);
        } catch (IOException e) {
            throw FileException.of("read the vectors", file, e);
        }
    }

    private LeakedFile read(Path file) throws IOException, WorkException, InterruptedException {
        Map<String, ZipEntry> entries = entries();
        var numbers = new ArrayList<NamedArrays.Candidate>();
        var headers = new LinkedHashMap<String, NpyHeader>();
        for (Map.Entry<String, ZipEntry> entry : entries.entrySet()) {
            Work.pausePoint();
            NpyHeader header;
            try (InputStream in = stream(entry.getValue())) {
                header = NpyHeader.read(in, inside(entry.getKey()));
            }
            headers.put(entry.getKey(), header);
            numbers.add(
                    new NamedArrays.Candidate(
                            entry.getKey(),
                            header.shape(),
                            header.type() instanceof NpyType.Numbers));
        }
        String chosen = chosen(numbers, headers);
        if (!(headers.get(chosen) instanceof NpyHeader header
                && header.type() instanceof NpyType.Numbers(var type, var order))) {
            throw refusal.because("\"%s\" holds no numbers".formatted(chosen));
        }
        var array =
                new NumberArray(
                        type,
                        order,
                        header.fortran(),
                        header.shape(),
                        data(entries.get(chosen), header));
        if (numbers.size() > 1) {
            notices.add("The vectors were taken from the array \"%s\".".formatted(chosen));
        }
        return NamedArrays.leaked(
                file,
                "NumPy archive (.npz), array \"%s\"".formatted(chosen),
                header.type().text(),
                array,
                names(entries, headers, chosen),
                notices,
                refusal);
    }

    private String chosen(List<NamedArrays.Candidate> numbers, Map<String, NpyHeader> headers)
            throws VectorFileException {
        if (numbers.stream().noneMatch(NamedArrays.Candidate::holdsNumbers)) {
            for (NpyHeader header : headers.values()) {
                if (header.type() instanceof NpyType.Unread(String reason, String remedy)) {
                    throw refusal.because(reason, remedy);
                }
            }
        }
        return NamedArrays.choose(numbers, refusal);
    }

    private Map<String, ZipEntry> entries() throws VectorFileException {
        if (zip.size() > MOST_ENTRIES) {
            throw refusal.because(
                    "it has %,d entries, %,d are allowed".formatted(zip.size(), MOST_ENTRIES));
        }
        Set<String> all = new HashSet<>();
        var arrays = new LinkedHashMap<String, ZipEntry>();
        for (ZipEntry entry : zip.stream().toList()) {
            String name = entry.getName();
            if (!all.add(name)) {
                throw refusal.because("it has \"%s\" twice".formatted(name));
            }
            if (name.equals("data.pkl") || name.endsWith("/data.pkl")) {
                throw refusePickle();
            }
            if (name.endsWith(".npy")) {
                arrays.put(name.substring(0, name.length() - ".npy".length()), entry);
            }
        }
        if (arrays.isEmpty()) {
            throw new VectorFileException(
                    "%s is a zip archive without any NumPy array.".formatted(refusal.file()),
                    "If the vectors are in it, unpack it first.");
        }
        return arrays;
    }

    private VectorFileException refusePickle() {
        boolean program =
                zip.stream()
                        .map(ZipEntry::getName)
                        .anyMatch(n -> n.contains("/code/") || n.endsWith("constants.pkl"));
        return new VectorFileException(
                program
                        ? "%s is a TorchScript program, not data, so it is not opened."
                                .formatted(refusal.file())
                        : "%s is a PyTorch file with a Python pickle, which can run any program when it is opened, so it is not opened."
                                .formatted(refusal.file()),
                FileKind.NO_PICKLE);
    }

    private Map<String, List<String>> names(
            Map<String, ZipEntry> entries, Map<String, NpyHeader> headers, String chosen)
            throws IOException, WorkException, InterruptedException {
        var names = new LinkedHashMap<String, List<String>>();
        for (Map.Entry<String, NpyHeader> other : headers.entrySet()) {
            NpyHeader header = other.getValue();
            if (other.getKey().equals(chosen)
                    || header.shape().size() != 1
                    || !NamedArrays.mayName(other.getKey())) {
                continue;
            }
            switch (header.type()) {
                case NpyType.Unread(String reason, _) ->
                        notices.add(
                                "The array \"%s\" was left out: %s."
                                        .formatted(other.getKey(), reason));
                case NpyType.Texts texts ->
                        names.put(
                                other.getKey(),
                                NamedArrays.texts(
                                        texts,
                                        header.shape().getFirst(),
                                        data(entries.get(other.getKey()), header),
                                        inside(other.getKey())));
                case NpyType.Numbers(var type, var order) ->
                        names.put(
                                other.getKey(),
                                NamedArrays.numbers(
                                        type,
                                        order,
                                        header.shape().getFirst(),
                                        data(entries.get(other.getKey()), header)));
            }
        }
        return names;
    }

    private MemorySegment data(@org.jspecify.annotations.Nullable ZipEntry entry, NpyHeader header)
            throws IOException, WorkException, InterruptedException {
        if (entry == null) {
            throw new IllegalStateException("an array without an entry");
        }
        long bytes = header.dataBytes();
        long packed = Math.max(0, entry.getCompressedSize());
        if (bytes > ALWAYS_ALLOWED && bytes / MOST_RATIO > packed) {
            throw refusal.because(
                    "\"%s\" would grow from %,d to %,d bytes, more than %d times"
                            .formatted(entry.getName(), packed, bytes, MOST_RATIO));
        }
        MemorySegment data = allocate(bytes);
        try (InputStream in = stream(entry)) {
            in.skipNBytes(header.dataStart());
            byte[] chunk = new byte[(int) Math.min(CHUNK, Math.max(1, bytes))];
            for (long at = 0; at < bytes; ) {
                Work.pausePoint();
                int read = in.readNBytes(chunk, 0, (int) Math.min(chunk.length, bytes - at));
                if (read == 0) {
                    throw refusal.because(
                            "\"%s\" ends after %,d of %,d bytes"
                                    .formatted(entry.getName(), at, bytes));
                }
                MemorySegment.copy(MemorySegment.ofArray(chunk), 0, data, at, read);
                at += read;
            }
        }
        return data;
    }

    private MemorySegment allocate(long bytes) throws FileException {
        try {
            return Arena.ofAuto().allocate(Math.max(1, bytes), 8).asSlice(0, bytes);
        } catch (OutOfMemoryError _) {
            throw new FileException(
                    "%s needs %,d bytes of memory.".formatted(refusal.file(), bytes),
                    "Save the array as .npy: that is not loaded.");
        }
    }

    private InputStream stream(ZipEntry entry) throws IOException {
        return new BufferedInputStream(zip.getInputStream(entry), CHUNK / 16);
    }

    private Refusal inside(String array) {
        return new Refusal(
                refusal.file(), "a NumPy archive (.npz) with the array \"%s\"".formatted(array));
    }
}
