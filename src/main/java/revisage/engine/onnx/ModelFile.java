package revisage.engine.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;

import revisage.extract.ModelException;
import revisage.work.FileException;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// An ONNX file, read once, looked through by [ModelScan], and never opened again: what was checked
/// is what runs, and ONNX Runtime gets bytes without a path, so it has no folder to read from.
///
/// @param path where it came from, for messages
/// @param sha256 of the file
/// @param bytes size of the file
/// @param proto the contents; large weights share one array
record ModelFile(Path path, String sha256, long bytes, ModelProto proto) {

    /// Larger than any published face extractor, smaller than what protobuf can hold.
    static final long MOST_BYTES = 1L << 30;

    /// @throws ModelException if it is no ONNX file, is damaged, or is unsafe
    static ModelFile read(Path path) throws WorkException {
        byte[] bytes = bytes(path);
        Optional<String> other = otherKind(bytes);
        if (other.isPresent()) {
            throw new ModelException(
                    "The model %s is no ONNX file but %s.".formatted(path, other.get()),
                    "Export the network to ONNX and name the .onnx file.");
        }
        ModelProto proto;
        try {
            // Weights are views of the array, not copies.
            var input = UnsafeByteOperations.unsafeWrap(bytes).newCodedInput();
            input.enableAliasing(true);
            proto = ModelProto.parseFrom(input);
        } catch (InvalidProtocolBufferException e) {
            throw new ModelException(
                    "The model %s is no ONNX file, or is cut off or damaged.".formatted(path),
                    "Fetch the file again and compare its SHA-256 with the publisher's.",
                    e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
        ModelScan.check(path, proto);
        return new ModelFile(path, Sha256.of(bytes), bytes.length, proto);
    }

    private static byte[] bytes(Path path) throws WorkException {
        try {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
            if (!Files.isRegularFile(path)) {
                throw new ModelException(
                        "The model %s is not a regular file.".formatted(path),
                        "Name an .onnx file.");
            }
            long size = Files.size(path);
            if (size == 0) {
                throw new ModelException(
                        "The model %s is empty.".formatted(path), "Fetch the file again.");
            }
            if (size > MOST_BYTES) {
                throw new ModelException(
                        "The model %s has %,d bytes; at most %,d are taken."
                                .formatted(path, size, MOST_BYTES),
                        "Use a smaller extractor.");
            }
            if (size * 3 > Runtime.getRuntime().maxMemory()) {
                throw new ModelException(
                        "The model %s has %,d bytes and needs three times as much Java memory; there are %,d."
                                .formatted(path, size, Runtime.getRuntime().maxMemory()),
                        "Give Java more memory (-Xmx).");
            }
            try (var in = Files.newInputStream(path)) {
                return in.readNBytes((int) MOST_BYTES); // not the size, which may have grown
            }
        } catch (IOException e) {
            throw FileException.of("read the model", path, e);
        }
    }

    /// Names the kind of file that is often taken for an ONNX file, if it is one.
    private static Optional<String> otherKind(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1);
        boolean jsonFollowsLength =
                head.length() > 8 && head.charAt(8) == '{' && head.startsWith("\0\0\0", 5);
        String kind =
                switch (head) {
                    case String h when h.startsWith("PK\3\4") ->
                            "a ZIP archive, as PyTorch and TorchScript files (.pt, .pth) are, which"
                                    + " may carry code";
                    case String h when h.length() > 1 && h.charAt(0) == 0x80 && h.charAt(1) <= 5 ->
                            "a Python pickle (.pt, .pth, .pkl), which is a program";
                    case String h when h.startsWith("\u0089HDF") -> "an HDF5 file (Keras)";
                    case String h when h.startsWith("TFL3", 4) -> "a TensorFlow Lite file";
                    case String h when h.startsWith("version https://git-lfs") ->
                            "a Git LFS pointer, which stands for a file that was not fetched";
                    case String h when h.stripLeading().startsWith("<") -> "a web page or XML";
                    case String h when h.startsWith("\u0093NUMPY") -> "a NumPy file";
                    case String _ when jsonFollowsLength ->
                            "a safetensors file, which holds weights without a network";
                    default -> "";
                };
        return Optional.of(kind).filter(k -> !k.isEmpty());
    }
}
