package revisage.vector.file;

import revisage.vector.LeakedFile;
import revisage.vector.Refusal;
import revisage.vector.SafeTensors;
import revisage.vector.Tensor;
import revisage.work.WorkException;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Vectors in a safetensors file, with number tensors as names where there are.
final class SafeTensorsFile {

    private SafeTensorsFile() {}

    static LeakedFile open(Path file) throws WorkException, InterruptedException {
        var refusal = new Refusal(file, "a safetensors file");
        SafeTensors tensors = SafeTensors.read(file);
        var candidates = new ArrayList<NamedArrays.Candidate>();
        tensors.tensors()
                .forEach((n, t) -> candidates.add(new NamedArrays.Candidate(n, t.shape(), true)));
        String chosen = NamedArrays.choose(candidates, refusal);
        Tensor tensor = tensors.tensor(chosen);
        var names = new LinkedHashMap<String, List<String>>();
        for (Map.Entry<String, Tensor> other : tensors.tensors().entrySet()) {
            Tensor t = other.getValue();
            if (!other.getKey().equals(chosen)
                    && NamedArrays.mayName(other.getKey())
                    && t.shape().size() == 1) {
                names.put(
                        other.getKey(),
                        NamedArrays.numbers(t.type(), ByteOrder.LITTLE_ENDIAN, t.size(), t.data()));
            }
        }
        return NamedArrays.leaked(
                file,
                "safetensors, tensor \"%s\"".formatted(chosen),
                tensor.type().text(),
                new NumberArray(
                        tensor.type(),
                        ByteOrder.LITTLE_ENDIAN,
                        false,
                        tensor.shape(),
                        tensor.data()),
                names,
                new ArrayList<>(),
                refusal);
    }
}
