package revisage.engine.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;

import revisage.train.ExtractorPlan;
import revisage.train.Trainee;
import revisage.train.Trainees;
import revisage.train.TrainingException;
import revisage.work.DidYouMean;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Starts PyTorch through DJL. Only for a process that does nothing else: a fault in native code
/// ends it.
public final class DjlTrainees implements Trainees {

    private static final Map<String, Supplier<Backbone>> NETWORKS =
            new TreeMap<>(
                    Map.of(
                            "iresnet50", IResNet::fifty,
                            "res-small", IResNet::small,
                            "efficientnet-b0", EfficientNet::b0,
                            "efficient-small", EfficientNet::small));

    private final String note;

    /// @param note what to add to the name of the device, or nothing
    public DjlTrainees(String note) {
        this.note = note;
    }

    @Override
    public List<String> networks() {
        return List.copyOf(NETWORKS.keySet());
    }

    @Override
    public Trainee begin(ExtractorPlan plan, int classes) throws TrainingException {
        Supplier<Backbone> network = NETWORKS.get(plan.network());
        if (network == null) {
            throw new TrainingException(
                    "The plan's network '%s' is not known.%s"
                            .formatted(
                                    plan.network(),
                                    DidYouMean.among(NETWORKS.keySet(), plan.network())),
                    "Known are " + String.join(", ", NETWORKS.keySet()) + ".");
        }
        Engine engine = engine();
        try {
            Device device = device(engine, plan.device().orElse("auto"));
            NDManager manager = engine.newBaseManager(device);
            return new DjlTrainee(
                    engine, manager, network.get(), plan.complete(), classes, words(device) + note);
        } catch (EngineException e) {
            throw failed(e);
        }
    }

    static Engine engine() throws TrainingException {
        try {
            return Engine.getEngine("PyTorch");
        } catch (EngineException | LinkageError e) {
            throw new TrainingException(
                    "PyTorch cannot be started on this system: %s."
                            .formatted(String.valueOf(e.getMessage()).replaceAll("[.;\\s]+$", "")),
                    "It comes with the program for Linux on x86-64; elsewhere put"
                            + " pytorch-native-cpu 2.7.1 for your system (Maven Central,"
                            + " ai.djl.pytorch) into lib/.",
                    e);
        }
    }

    static Device device(Engine engine, String wanted) throws TrainingException {
        boolean cuda = engine.getGpuCount() > 0;
        if (wanted.equals("cuda") && !cuda) {
            throw new TrainingException(
                    "The plan wants CUDA, and PyTorch finds none here.",
                    "Set the plan's device to auto or cpu, or check the driver (CUDA 12.8).");
        }
        return cuda && !wanted.equals("cpu") ? Device.gpu() : Device.cpu();
    }

    static String words(Device device) {
        int threads = ai.djl.pytorch.jni.JniUtils.getNumThreads();
        return device.isGpu()
                ? "CUDA"
                : "CPU, %d %s".formatted(threads, threads == 1 ? "thread" : "threads");
    }

    /// What PyTorch said, in a sentence.
    static TrainingException failed(Throwable e) {
        String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
        boolean memory =
                said.toLowerCase(Locale.ROOT).contains("memory") || said.contains("can't allocate");
        return memory
                ? new TrainingException(
                        "There is not enough memory for the training.",
                        "Lower atOnce in the plan's recipe.",
                        e)
                : new TrainingException(
                        "PyTorch failed: %s.".formatted(said.replaceAll("[.;]+$", "")),
                        "Begin again: the last checkpoint is whole. If it fails there again,"
                                + " report it.",
                        e);
    }
}
