package revisage.vector.file;

import revisage.vector.FloatMemory;
import revisage.vector.LeakedFile;
import revisage.vector.Refusal;
import revisage.vector.VectorFileException;
import revisage.work.FileException;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

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
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw refusal.because("it is no sound zip archive (%s)".formatted(e.getMessage()), e);
        } catch (IOException e) {
            throw FileException.of("read the vectors", file, e);
        }
    }

    /// One array of the archive.
    private record Member(String name, ZipEntry entry, NpyHeader header) {}

    private LeakedFile read(Path file) throws IOException, WorkException, InterruptedException {
        List<Member> members = members();
        Member chosen = chosen(members);
        NpyHeader header = chosen.header();
        if (!(header.type() instanceof NpyType.Numbers(var type, var order))) {
            throw refusal.because("\"%s\" holds no numbers".formatted(chosen.name()));
        }
        var array = new NumberArray(type, order, header.fortran(), header.shape(), data(chosen));
        if (members.size() > 1) {
            notices.add("The vectors were taken from the array \"%s\".".formatted(chosen.name()));
        }
        return NamedArrays.leaked(
                file,
                "NumPy archive (.npz), array \"%s\"".formatted(chosen.name()),
                header.type().text(),
                array,
                names(members, chosen),
                notices,
                refusal);
    }

    private Member chosen(List<Member> members) throws VectorFileException {
        var candidates = new ArrayList<NamedArrays.Candidate>();
        for (Member m : members) {
            boolean numbers = m.header().type() instanceof NpyType.Numbers;
            candidates.add(new NamedArrays.Candidate(m.name(), m.header().shape(), numbers));
        }
        if (candidates.stream().noneMatch(NamedArrays.Candidate::holdsNumbers)) {
            for (Member m : members) {
                if (m.header().type() instanceof NpyType.Unread(String reason, String remedy)) {
                    throw refusal.because(reason, remedy);
                }
            }
        }
        String name = NamedArrays.choose(candidates, refusal);
        return members.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    private List<Member> members() throws IOException, VectorFileException, InterruptedException {
        if (zip.size() > MOST_ENTRIES) {
            throw refusal.because(
                    "it has %,d entries, %,d are allowed".formatted(zip.size(), MOST_ENTRIES));
        }
        Set<String> all = new HashSet<>();
        var arrays = new ArrayList<Member>();
        for (ZipEntry entry : zip.stream().toList()) {
            String name = entry.getName();
            if (!all.add(name)) {
                throw refusal.because("it has \"%s\" twice".formatted(name));
            }
            if (name.equals("data.pkl") || name.endsWith("/data.pkl")) {
                throw refusePickle();
            }
            if (name.endsWith(".npy")) {
                Work.pausePoint();
                String array = name.substring(0, name.length() - ".npy".length());
                try (InputStream in = stream(entry)) {
                    arrays.add(new Member(array, entry, NpyHeader.read(in, inside(array))));
                }
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

    private Map<String, List<String>> names(List<Member> members, Member chosen)
            throws IOException, WorkException, InterruptedException {
        var names = new LinkedHashMap<String, List<String>>();
        for (Member other : members) {
            List<Long> shape = other.header().shape();
            if (other.equals(chosen) || shape.size() != 1 || !NamedArrays.mayName(other.name())) {
                continue;
            }
            switch (other.header().type()) {
                case NpyType.Unread(String reason, _) ->
                        notices.add(
                                "The array \"%s\" was left out: %s."
                                        .formatted(other.name(), reason));
                case NpyType.Texts texts ->
                        names.put(
                                other.name(),
                                NamedArrays.texts(
                                        texts,
                                        shape.getFirst(),
                                        data(other),
                                        inside(other.name())));
                case NpyType.Numbers(var type, var order) ->
                        names.put(
                                other.name(),
                                NamedArrays.numbers(type, order, shape.getFirst(), data(other)));
            }
        }
        return names;
    }

    private MemorySegment data(Member member)
            throws IOException, WorkException, InterruptedException {
        ZipEntry entry = member.entry();
        NpyHeader header = member.header();
        long bytes = header.dataBytes();
        long packed = Math.max(0, entry.getCompressedSize());
        if (bytes > ALWAYS_ALLOWED && bytes / MOST_RATIO > packed) {
            throw refusal.because(
                    "\"%s\" would grow from %,d to %,d bytes, more than %d times"
                            .formatted(entry.getName(), packed, bytes, MOST_RATIO));
        }
        MemorySegment data = FloatMemory.bytes(bytes);
        try (var in = new CheckedInputStream(stream(entry), new CRC32())) {
            in.readNBytes((int) header.dataStart());
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
            if (in.read() >= 0) {
                throw refusal.because(
                        "\"%s\" goes on after its %,d bytes".formatted(entry.getName(), bytes));
            }
            if (entry.getCrc() >= 0 && in.getChecksum().getValue() != entry.getCrc()) {
                throw refusal.because(
                        "\"%s\" is damaged (its checksum differs)".formatted(entry.getName()));
            }
        }
        return data;
    }

    private InputStream stream(ZipEntry entry) throws IOException {
        return new BufferedInputStream(zip.getInputStream(entry), CHUNK / 16);
    }

    private Refusal inside(String array) {
        return new Refusal(
                refusal.file(), "a NumPy archive (.npz) with the array \"%s\"".formatted(array));
    }
}
