package revisage.engine.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;

import revisage.extract.ModelException;
import revisage.work.WorkException;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// ONNX Runtime with its telemetry switched off before it can say a word.
///
/// Since 1.29 the Linux and macOS builds report their use to Microsoft unless the environment
/// variable `ORT_DISABLE_TELEMETRY` is set when the library starts; setting it up alone also
/// crashes the process where there is no readable CA bundle or shell (onnxruntime issues #27379,
/// #32173; seen here with 1.29.0: SIGSEGV in the first call). No picture or vector would leave by
/// it, but this program calls nobody.
final class SilentRuntime {

    private SilentRuntime() {}

    /// The one environment of this process; loads ONNX Runtime on the first call.
    ///
    /// @throws ModelException if this machine cannot load it
    static OrtEnvironment environment() throws WorkException {
        try {
            return Loaded.ENVIRONMENT;
        } catch (LinkageError e) {
            throw new ModelException(
                    "ONNX Runtime cannot be loaded on this machine (%s).".formatted(cause(e)),
                    "Use a 64-bit Linux, Windows or macOS (ARM) machine with a writable temporary"
                            + " folder.",
                    e);
        }
    }

    /// Whether this is the ONNX Runtime for GPUs; says nothing of the machine.
    static boolean knowsCuda() throws WorkException {
        var _ = environment(); // loads it silenced
        return OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);
    }

    private static Object cause(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null ? e : cause;
    }

    private static final class Loaded {

        static final OrtEnvironment ENVIRONMENT = load();

        private static OrtEnvironment load() {
            setVariable("ORT_DISABLE_TELEMETRY", "1");
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(
                            OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "revisage");
            try {
                environment.setTelemetry(false); // Windows, where it is no variable but a switch
            } catch (OrtException e) {
                throw new IllegalStateException("telemetry cannot be switched off", e);
            }
            return environment;
        }

        /// `setenv`: Java itself can set a variable only for its children. Where there is no such
        /// function (Windows) nothing is done.
        private static void setVariable(String name, String value) {
            Linker linker = Linker.nativeLinker();
            linker.defaultLookup()
                    .find("setenv")
                    .ifPresent(function -> setVariable(linker, function, name, value));
        }

        private static void setVariable(
                Linker linker, MemorySegment function, String name, String value) {
            var signature =
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_INT);
            int failed;
            try (Arena arena = Arena.ofConfined()) {
                failed =
                        (int)
                                linker.downcallHandle(function, signature)
                                        .invokeExact(
                                                arena.allocateFrom(name),
                                                arena.allocateFrom(value),
                                                1);
            } catch (Throwable e) {
                throw new IllegalStateException("setenv cannot be called", e);
            }
            if (failed != 0) {
                throw new IllegalStateException("setenv refuses " + name);
            }
        }
    }
}
