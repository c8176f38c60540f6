package revisage.engine.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;

import revisage.extract.DeviceChoice;
import revisage.extract.ModelException;
import revisage.work.WorkException;

import java.util.Locale;

/// A network ready to run on the device that was chosen.
///
/// On the CPU a call runs on the thread that makes it, and many threads call at once: nothing waits
/// for anything, where threads inside a call wait for each other after each of a hundred layers.
///
/// @param session the caller closes it
/// @param cuda whether it runs on a GPU
/// @param device in words
record OnnxSession(OrtSession session, boolean cuda, String device) {

    private static final String NO_CUDA = "this ONNX Runtime is the one for CPUs";

    /// @param threads that will call at once, for the words
    static OnnxSession open(ModelProto model, DeviceChoice choice, int threads)
            throws WorkException {
        byte[] bytes = model.toByteArray();
        String cpu =
                String.format(Locale.ROOT, "CPU, %d thread%s", threads, threads == 1 ? "" : "s");
        return switch (choice) {
            case CPU -> new OnnxSession(onCpu(bytes), false, cpu);
            case CUDA -> {
                try {
                    yield new OnnxSession(onCuda(bytes), true, "CUDA device 0");
                } catch (OrtException e) {
                    throw new ModelException(
                            "CUDA was asked for and cannot be used (%s).".formatted(reason(e)),
                            "Use --device auto or --device cpu, or build with -Pcuda and install an"
                                    + " NVIDIA driver with CUDA 12.",
                            e);
                }
            }
            case AUTO -> {
                try {
                    yield new OnnxSession(onCuda(bytes), true, "CUDA device 0");
                } catch (OrtException e) {
                    yield new OnnxSession(onCpu(bytes), false, cpu + "; no CUDA: " + reason(e));
                }
            }
        };
    }

    private static OrtSession onCpu(byte[] model) throws WorkException {
        try (var options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            return create(model, options);
        } catch (OrtException e) {
            throw new ModelException(
                    "ONNX Runtime cannot load the model (%s).".formatted(reason(e)),
                    "Check the file with its publisher, or export it again.",
                    e);
        }
    }

    private static OrtSession onCuda(byte[] model) throws WorkException, OrtException {
        if (!SilentRuntime.knowsCuda()) {
            throw new OrtException(NO_CUDA);
        }
        try (var options = new SessionOptions();
                var cuda = new OrtCUDAProviderOptions(0)) {
            cuda.add("use_tf32", "0"); // 10 bits of mantissa would show in the cosines
            options.addCUDA(cuda);
            return create(model, options);
        }
    }

    private static OrtSession create(byte[] model, SessionOptions options)
            throws WorkException, OrtException {
        options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
        options.setInterOpNumThreads(1);
        options.setSessionLogLevel(ai.onnxruntime.OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        return SilentRuntime.environment().createSession(model, options);
    }

    /// The part of ONNX Runtime's message that a person can use: one line, no source file of its
    /// own.
    static String reason(OrtException e) {
        String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return said.replaceFirst("^Error code - \\S+ - message: ", "")
                .replaceFirst("^/onnxruntime_src/\\S+ .*?\\) (?=[A-Z])", "")
                .replaceFirst("[.\\s]+$", "");
    }
}
