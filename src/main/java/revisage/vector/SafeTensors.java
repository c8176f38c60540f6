package revisage.vector;

import revisage.work.FileException;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Named tensors and a few words about them, in the safetensors format: a JSON header and raw
/// numbers, nothing that runs.
///
/// A file is mapped, not loaded: opening is cheap whatever its size. It must not be changed in
/// place while the tensors are in use (replacing it, as [WholeFile] does, is harmless).
///
/// **Source** github.com/huggingface/safetensors, README "Format"; its reader's checks (header at
/// most 100 MB, data without holes or overlaps, nothing after it) are made here too.
public final class SafeTensors {

    private final Path file;
    private final SortedMap<String, String> metadata;
    private final SortedMap<String, Tensor> tensors;

    private SafeTensors(
            Path file, SortedMap<String, String> metadata, SortedMap<String, Tensor> tensors) {
        this.file = file;
        this.metadata = Collections.unmodifiableSortedMap(metadata);
        this.tensors = Collections.unmodifiableSortedMap(tensors);
    }

    /// @throws VectorFileException if the file is no safetensors file, damaged, or hostile
    public static SafeTensors read(Path file) throws WorkException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment all = channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
            SafeTensorsHeader header = SafeTensorsHeader.of(all, file);
            var tensors = new TreeMap<String, Tensor>();
            header.places()
                    .forEach(
                            (name, p) -> {
                                long from = header.dataStart() + p.begin();
                                MemorySegment data = all.asSlice(from, p.end() - p.begin());
                                tensors.put(name, new Tensor(p.type(), p.shape(), data));
                            });
            return new SafeTensors(file, new TreeMap<>(header.metadata()), tensors);
        } catch (IOException e) {
            throw FileException.of("read the tensors", file, e);
        }
    }

    /// Writes whole or not at all; the same content always gives the same bytes.
    ///
    /// @param metadata free words, for example what the tensors were made from
    /// @param tensors by name; their order does not matter
    public static void write(
            Path file, SortedMap<String, String> metadata, Map<String, Tensor> tensors)
            throws WorkException, InterruptedException {
        WholeFile.write(
                "write the tensors",
                file,
                half -> {
                    try (var channel =
                            FileChannel.open(
                                    half,
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.WRITE)) {
                        SegmentOutput out = new SegmentOutput(channel);
                        out.write(SafeTensorsHeader.bytes(metadata, tensors));
                        for (String name : SafeTensorsHeader.order(tensors)) {
                            out.write(
                                    tensors.getOrDefault(name, Tensor.floats(new float[0], 0))
                                            .data());
                        }
                    }
                });
    }

    /// Free words, by key.
    public SortedMap<String, String> metadata() {
        return metadata;
    }

    /// One of the words.
    public Optional<String> metadata(String key) {
        return Optional.ofNullable(metadata.get(key));
    }

    /// All tensors by name.
    public SortedMap<String, Tensor> tensors() {
        return tensors;
    }

    /// One tensor.
    ///
    /// @throws VectorFileException if the file has none of that name
    public Tensor tensor(String name) throws VectorFileException {
        Tensor found = tensors.get(name);
        if (found == null) {
            throw new VectorFileException(
                    "%s has no tensor named \"%s\" (it has %s)."
                            .formatted(file, name, tensors.keySet()),
                    "Give a file that this program wrote for this purpose.");
        }
        return found;
    }
}
