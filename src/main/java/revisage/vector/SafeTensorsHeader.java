package revisage.vector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The part of a safetensors file before the numbers, read without trusting it.
///
/// @param dataStart where the numbers begin, in bytes
record SafeTensorsHeader(long dataStart, Map<String, String> metadata, Map<String, Place> places) {

    private static final long MOST_BYTES = 100_000_000; // the reference reader's limit
    private static final int LENGTH_BYTES = 8;
    private static final String METADATA = "__metadata__";

    SafeTensorsHeader {
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    /// Where a tensor lies, in bytes after the header.
    record Place(NumberType type, List<Long> shape, long begin, long end) {}

    static SafeTensorsHeader of(MemorySegment all, Path file) throws VectorFileException {
        var refusal = new Refusal(file, "a safetensors file");
        if (all.byteSize() < LENGTH_BYTES + 2) {
            throw refusal.because("it has only %d bytes".formatted(all.byteSize()));
        }
        long length =
                all.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), 0);
        if (length < 2 || length > MOST_BYTES || length > all.byteSize() - LENGTH_BYTES) {
            throw refusal.because(
                    "its header claims %s bytes at offset 0, the file has %d"
                            .formatted(Long.toUnsignedString(length), all.byteSize()));
        }
        byte[] text = all.asSlice(LENGTH_BYTES, length).toArray(ValueLayout.JAVA_BYTE);
        JsonNode root = parse(text, refusal);
        long dataStart = LENGTH_BYTES + length;
        var metadata = new TreeMap<String, String>();
        var places = new LinkedHashMap<String, Place>();
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            if (entry.getKey().equals(METADATA)) {
                readMetadata(entry.getValue(), metadata, refusal);
            } else {
                places.put(entry.getKey(), place(entry.getKey(), entry.getValue(), refusal));
            }
        }
        checkCover(places, all.byteSize() - dataStart, refusal);
        return new SafeTensorsHeader(dataStart, metadata, places);
    }

    private static JsonNode parse(byte[] text, Refusal refusal) throws VectorFileException {
        try {
            JsonNode root = DistrustfulJson.mapper().readTree(text);
            if (root == null || !root.isObject()) {
                throw refusal.because("its header is no JSON object");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw refusal.because("its header is no sound JSON: " + DistrustfulJson.why(e), e);
        } catch (IOException e) {
            throw refusal.because("its header cannot be read", e);
        }
    }

    private static void readMetadata(JsonNode node, Map<String, String> into, Refusal refusal)
            throws VectorFileException {
        if (!node.isObject()) {
            throw refusal.because("its __metadata__ is no object");
        }
        for (Map.Entry<String, JsonNode> word : node.properties()) {
            if (!word.getValue().isTextual()) {
                throw refusal.because("__metadata__ holds something other than text");
            }
            into.put(word.getKey(), word.getValue().textValue());
        }
    }

    private static Place place(String name, JsonNode node, Refusal refusal)
            throws VectorFileException {
        JsonNode shapeNode = node.path("shape");
        JsonNode offsets = node.path("data_offsets");
        if (!node.path("dtype").isTextual() || !shapeNode.isArray() || offsets.size() != 2) {
            throw refusal.because(
                    "tensor \"%s\" lacks dtype, shape or data_offsets".formatted(name));
        }
        NumberType type = type(name, node.path("dtype").textValue(), refusal);
        var shape = new ArrayList<Long>();
        for (JsonNode axis : shapeNode) {
            shape.add(count(axis, name, refusal));
        }
        long begin = count(offsets.path(0), name, refusal);
        long end = count(offsets.path(1), name, refusal);
        if (end < begin || !fits(shape, type, end - begin)) {
            throw refusal.because(
                    "tensor \"%s\" says shape %s of %s but %d..%d bytes"
                            .formatted(name, shape, type.text(), begin, end));
        }
        return new Place(type, List.copyOf(shape), begin, end);
    }

    private static boolean fits(List<Long> shape, NumberType type, long bytes) {
        try {
            long size = type.bytes();
            for (long axis : shape) {
                size = Math.multiplyExact(size, axis);
            }
            return size == bytes;
        } catch (ArithmeticException _) {
            return false;
        }
    }

    private static long count(JsonNode node, String name, Refusal refusal)
            throws VectorFileException {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
            throw refusal.because(
                    "tensor \"%s\" has %s where a count belongs"
                            .formatted(name, node.getNodeType()));
        }
        return node.longValue();
    }

    private static NumberType type(String name, String dtype, Refusal refusal)
            throws VectorFileException {
        for (NumberType type : NumberType.values()) {
            if (type.name().equals(dtype)) {
                return type;
            }
        }
        throw refusal.because("tensor \"%s\" has the unknown dtype \"%s\"".formatted(name, dtype));
    }

    /// The numbers must be covered without overlap, hole or rest: what no tensor owns could hide
    /// anything.
    private static void checkCover(Map<String, Place> places, long dataBytes, Refusal refusal)
            throws VectorFileException {
        var sorted = new ArrayList<>(places.entrySet());
        sorted.sort(
                Comparator.comparingLong((Map.Entry<String, Place> e) -> e.getValue().begin())
                        .thenComparingLong(e -> e.getValue().end()));
        long at = 0;
        for (Map.Entry<String, Place> entry : sorted) {
            Place place = entry.getValue();
            if (place.begin() != at || place.end() > dataBytes) {
                throw refusal.because(
                        "tensor \"%s\" lies at %d..%d where %d..%d is free"
                                .formatted(
                                        entry.getKey(), place.begin(), place.end(), at, dataBytes));
            }
            at = place.end();
        }
        if (at != dataBytes) {
            throw refusal.because(
                    "%d bytes after the last tensor belong to nobody".formatted(dataBytes - at));
        }
    }

    /// Names in the order in which the numbers are written: wide types first, so that every tensor
    /// is aligned, then by name.
    static List<String> order(Map<String, Tensor> tensors) {
        return tensors.entrySet().stream()
                .sorted(
                        Comparator.comparingInt(
                                        (Map.Entry<String, Tensor> e) ->
                                                -e.getValue().type().bytes())
                                .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Length and text, ready to be written.
    static byte[] bytes(SortedMap<String, String> metadata, Map<String, Tensor> tensors) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        if (!metadata.isEmpty()) {
            ObjectNode words = root.putObject(METADATA);
            metadata.forEach(words::put);
        }
        var sorted = new TreeMap<>(tensors);
        long at = 0;
        for (String name : order(sorted)) {
            Tensor tensor = sorted.getOrDefault(name, Tensor.floats(new float[0], 0));
            ObjectNode node = root.putObject(name);
            node.put("dtype", tensor.type().name());
            ArrayNode shape = node.putArray("shape");
            tensor.shape().forEach(shape::add);
            node.putArray("data_offsets").add(at).add(at + tensor.data().byteSize());
            at += tensor.data().byteSize();
        }
        byte[] text = DistrustfulJson.bytes(root);
        int padded = (text.length + LENGTH_BYTES - 1) / LENGTH_BYTES * LENGTH_BYTES;
        ByteBuffer out = ByteBuffer.allocate(LENGTH_BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(padded).put(text);
        while (out.hasRemaining()) {
            out.put((byte) ' ');
        }
        return out.array();
    }
}
