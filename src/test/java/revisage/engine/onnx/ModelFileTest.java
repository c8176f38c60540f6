package revisage.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;

import com.google.protobuf.ByteString;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.engine.graph.Tensors;
import revisage.extract.DeviceChoice;
import revisage.extract.ModelException;
import revisage.extract.ModelOutline;
import revisage.extract.ModelOutline.Port;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// The rows M1 to M20 of reliability.md B.3: none of these reaches ONNX Runtime.
class ModelFileTest {

    @TempDir Path folder;

    private String refusal(byte[] file) throws Exception {
        Path path = Files.write(folder.resolve("bad.onnx"), file);
        var e = assertThrows(ModelException.class, () -> ModelFile.read(path));
        String said = e.getMessage();
        assertTrue(said.contains("bad.onnx") && said.lines().count() == 1, said);
        return said;
    }

    private void refused(String why, ModelProto model) throws Exception {
        String said = refusal(model.toByteArray());
        assertTrue(said.contains(why), said);
    }

    private void refused(String why, byte[] file) throws Exception {
        String said = refusal(file);
        assertTrue(said.contains(why), said);
    }

    @Test
    void anEmptyFileIsRefused() throws Exception { // M1
        refused("is empty", new byte[0]);
    }

    @Test
    void randomBytesAreRefused() throws Exception { // M2
        for (int seed = 0; seed < 300; seed++) {
            byte[] noise = new byte[1 + seed * 7];
            new Random(seed).nextBytes(noise);
            refusal(noise);
        }
    }

    @Test
    void aFileCutOffAnywhereIsRefused() throws Exception { // M3
        byte[] whole = TinyModels.network(true).toByteArray();
        for (int percent = 0; percent < 100; percent++) {
            refusal(Arrays.copyOf(whole, whole.length * percent / 100));
        }
        for (int missing = 1; missing < 40; missing++) {
            refusal(Arrays.copyOf(whole, whole.length - missing));
        }
    }

    @Test
    void otherKindsOfFilesAreCalledByTheirName() throws Exception { // M17, M18, M19, M20
        refused(
                "TorchScript",
                "PK\3\4 archive/code/__torch__.py".getBytes(StandardCharsets.US_ASCII));
        refused("a Python pickle", new byte[] {(byte) 0x80, 2, 'c', 'o', 's', '\n'});
        byte[] safetensors = new byte[40];
        ByteBuffer.wrap(safetensors).order(ByteOrder.LITTLE_ENDIAN).putLong(24).put((byte) '{');
        refused("safetensors", safetensors);
        refused("HDF5", new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n'});
        refused("TensorFlow Lite", "\34\0\0\0TFL3".getBytes(StandardCharsets.US_ASCII));
        refused(
                "Git LFS pointer",
                "version https://git-lfs.github.com/spec/v1\noid"
                        .getBytes(StandardCharsets.US_ASCII));
        refused("web page", "\n<!DOCTYPE html>".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whatIsNoRegularFileIsRefused() throws Exception {
        assertThrows(ModelException.class, () -> ModelFile.read(folder));
        assertThrows(FileException.class, () -> ModelFile.read(folder.resolve("none.onnx")));
        Path device = Path.of("/dev/zero");
        if (Files.exists(device)) {
            assertThrows(ModelException.class, () -> ModelFile.read(device));
        }
    }

    @Test
    void weightsInOtherFilesAreRefusedWhereverTheyHide() throws Exception { // M10, M11
        for (String place :
                List.of("../secret", "/etc/passwd", "link", "/dev/zero", "weights.bin")) {
            TensorProto external =
                    TensorProto.newBuilder()
                            .setName("w")
                            .setDataType(1)
                            .addDims(4)
                            .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                            .addExternalData(
                                    StringStringEntryProto.newBuilder()
                                            .setKey("location")
                                            .setValue(place))
                            .build();
            GraphProto.Builder good = TinyModels.colours(-1, 3, 112, 112);
            var inAttribute = AttributeProto.newBuilder().setName("value").setT(external);
            var inSubgraph =
                    AttributeProto.newBuilder()
                            .setName("then_branch")
                            .setG(GraphProto.newBuilder().addInitializer(external));
            for (GraphProto.Builder graph :
                    List.of(
                            good.clone().addInitializer(external),
                            good.clone().addInitializer(external.toBuilder().clearDataLocation()),
                            good.clone()
                                    .addNode(
                                            TinyModels.node("Constant", "k")
                                                    .addAttribute(inAttribute)),
                            good.clone()
                                    .addNode(
                                            TinyModels.node("If", "i", "x")
                                                    .addAttribute(inSubgraph)))) {
                refused("in another file", TinyModels.model(graph));
            }
        }
    }

    @Test
    void anOperatorSetFromTheFutureIsRefusedWithItsVersion() throws Exception { // M13
        ModelProto model = TinyModels.model(TinyModels.colours(-1, 3, 112, 112));
        refused(
                "needs operator set 99 and format 8; this program knows up to 26 and 13",
                model.toBuilder()
                        .setOpsetImport(0, OperatorSetIdProto.newBuilder().setVersion(99))
                        .build());
        refused("format 77", model.toBuilder().setIrVersion(77).build());
        refused("holds no whole network", model.toBuilder().clearOpsetImport().build());
    }

    @Test
    void theNewestVersionsAreThoseOfOnnxRuntime() throws Exception {
        ModelProto newest =
                TinyModels.model(TinyModels.colours(-1, 3, 112, 112)).toBuilder()
                        .setIrVersion(ModelScan.NEWEST_IR)
                        .setOpsetImport(
                                0,
                                OperatorSetIdProto.newBuilder().setVersion(ModelScan.NEWEST_OPSET))
                        .build();
        OnnxSession.open(newest, DeviceChoice.CPU, 1).session().close();
        ModelProto newer = newest.toBuilder().setIrVersion(ModelScan.NEWEST_IR + 1).build();
        assertThrows(WorkException.class, () -> OnnxSession.open(newer, DeviceChoice.CPU, 1));
        ModelProto newerSet =
                newest.toBuilder()
                        .setOpsetImport(
                                0,
                                OperatorSetIdProto.newBuilder()
                                        .setVersion(ModelScan.NEWEST_OPSET + 1))
                        .build();
        assertThrows(WorkException.class, () -> OnnxSession.open(newerSet, DeviceChoice.CPU, 1));
    }

    @Test
    void sizesThatAreOnlyClaimedAreRefused() throws Exception { // M14
        GraphProto.Builder good = TinyModels.colours(-1, 3, 112, 112);
        TensorProto two = TinyModels.weights("w", new float[] {1, 2}, 2L);
        refused(
                "that claim the size [2147483648]",
                TinyModels.model(
                        good.clone().addInitializer(two.toBuilder().setDims(0, 1L << 31))));
        refused(
                "that claim the size [4611686018427387904, 4]",
                TinyModels.model(
                        good.clone()
                                .addInitializer(two.toBuilder().setDims(0, 1L << 62).addDims(4))));
        refused(
                "that claim the size [-2]",
                TinyModels.model(good.clone().addInitializer(two.toBuilder().setDims(0, -2))));
        refused(
                "that claim 12 bytes and hold 8",
                TinyModels.model(good.clone().addInitializer(two.toBuilder().setDims(0, 3))));
        refused(
                "that claim 8 bytes and hold 4",
                TinyModels.model(
                        good.clone()
                                .addInitializer(two.toBuilder().clearRawData().addFloatData(1))));
        refused(
                "sparse weights",
                TinyModels.model(
                        good.clone()
                                .addSparseInitializer(SparseTensorProto.newBuilder().addDims(1))));
        TensorProto huge =
                TensorProto.newBuilder()
                        .setName("shape")
                        .setDataType(TensorProto.DataType.INT64.getNumber())
                        .addDims(2)
                        .addInt64Data(1 << 20)
                        .addInt64Data(1 << 20)
                        .build();
        refused(
                "would fill [1048576, 1048576] values",
                TinyModels.model(
                        good.clone()
                                .addInitializer(huge)
                                .addNode(TinyModels.node("ConstantOfShape", "k", "shape"))));
    }

    @Test
    void operatorsOfUnknownOriginAreRefused() throws Exception {
        refused(
                "uses the operator Open of 'evil'",
                TinyModels.model(
                        TinyModels.colours(-1, 3, 112, 112)
                                .addNode(TinyModels.node("Open", "o", "x").setDomain("evil"))));
    }

    @Test
    void aDamagedByteNeverGetsPastAnException() throws Exception {
        byte[] whole = TinyModels.model(TinyModels.colours(-1, 3, 112, 112)).toByteArray();
        var dice = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = whole.clone();
            damaged[dice.nextInt(damaged.length)] ^= (byte) (1 << dice.nextInt(8));
            Path path = Files.write(folder.resolve("damaged.onnx"), damaged);
            try {
                assertEquals(damaged.length, ModelFile.read(path).bytes());
            } catch (WorkException e) {
                assertEquals(1, e.getMessage().lines().count());
            }
        }
    }

    @Test
    void theOutlineSaysWhatTheFileSays() throws Exception {
        ModelProto model = TinyModels.network(false);
        Path path = TinyModels.write(folder.resolve("good.onnx"), model);
        ModelOutline outline = new OnnxExtractors().inspect(path);
        assertEquals(
                new ModelOutline(
                        outline.sha256(),
                        Files.size(path),
                        13,
                        "tests",
                        List.of(new Port("x", "float32", List.of(-1L, 3L, 112L, 112L))),
                        List.of(new Port("y", "float32", List.of(-1L, 8L)))),
                outline);
    }

    @Test
    void fourBitWeightsAreCounted() {
        TensorProto four =
                TensorProto.newBuilder()
                        .setDataType(22)
                        .addDims(3)
                        .setRawData(ByteString.copyFrom(new byte[2]))
                        .build();
        assertEquals(2, Tensors.claimedBytes(four));
        assertEquals(2, Tensors.heldBytes(four));
    }
}
