package revisage.extract;

import java.util.List;

/// What an ONNX file says of itself.
///
/// @param sha256 of the file, 64 hexadecimal digits
/// @param bytes size of the file
/// @param opset of the default operator set
/// @param producer as written in the file, may be empty
/// @param inputs those that are not weights
/// @param outputs all
public record ModelOutline(
        String sha256,
        long bytes,
        long opset,
        String producer,
        List<Port> inputs,
        List<Port> outputs) {

    public ModelOutline {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /// @param type for example `float32`
    /// @param shape one number an axis; -1 where any size goes
    public record Port(String name, String type, List<Long> shape) {

        public Port {
            shape = List.copyOf(shape);
        }
    }
}
