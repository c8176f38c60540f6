package revisage.train;

import java.util.Optional;

/// What came out: `training.json` in the output folder.
///
/// @param program version
/// @param plan complete
/// @param finished whether all steps were done; else the user ended it early
/// @param faces learned from
/// @param classes people learned
/// @param unusable pictures of the data that could not be used
/// @param parameters of the network
/// @param device where it ran
/// @param steps done
/// @param epochs done
/// @param loss mean over the last tally
/// @param seconds of learning, all runs together
/// @param figures on held-out people
/// @param agreement largest difference between the trained network and the ONNX file
/// @param agreementFaces on how many faces
/// @param onnx the file's name
/// @param sha256 of the file
public record TrainingReport(
        String program,
        ExtractorPlan plan,
        boolean finished,
        int faces,
        int classes,
        int unusable,
        long parameters,
        String device,
        long steps,
        double epochs,
        double loss,
        double seconds,
        Optional<Figures> figures,
        double agreement,
        int agreementFaces,
        String onnx,
        String sha256) {}
