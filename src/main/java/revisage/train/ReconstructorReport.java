package revisage.train;

import java.util.SortedMap;

/// What came out: `training.json` in the output folder.
///
/// @param program version
/// @param plan complete, with the weights of losses that were measured on the way
/// @param origin of the method
/// @param extractor SHA-256 of the file that was asked
/// @param finished whether all steps were done; else the user ended it early
/// @param faces learned from
/// @param pairs made of them
/// @param heldOut faces that were never learned
/// @param unusable pictures of the data that could not be used
/// @param parameters of the network
/// @param device where it ran
/// @param steps done
/// @param losses means of the last line by name
/// @param seconds the network computed, all runs together
/// @param facesPerSecond of this run, over all its steps
/// @param bare share of this run in which the network computed, 0..1
/// @param error on held-out faces, mean absolute difference of a pixel, 0..255
/// @param cosine on held-out faces under the extractor, mean
/// @param agreement largest difference of a pixel (0..255) between the trained network and the ONNX
///   file
/// @param onnx the file's name
/// @param bytes of the file
/// @param sha256 of the file
public record ReconstructorReport(
        String program,
        ReconstructorPlan plan,
        String origin,
        String extractor,
        boolean finished,
        int faces,
        int pairs,
        int heldOut,
        int unusable,
        long parameters,
        String device,
        long steps,
        SortedMap<String, Double> losses,
        double seconds,
        double facesPerSecond,
        double bare,
        double error,
        double cosine,
        double agreement,
        String onnx,
        long bytes,
        String sha256) {}
