package revisage.app;

import revisage.train.TrainingException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// PyTorch's CUDA libraries: 2.5 GB that do not come with the program and are fetched only when the
/// user says so.
///
/// @param cache where DJL keeps native code
/// @param card whether a CUDA card's driver is here
record CudaLibraries(Path cache, boolean card) {

    /// What DJL 0.35.1 is linked for.
    static final String FLAVOR = "cu128";

    private static final String VERSION = "2.7.1";

    static CudaLibraries here(Path cache) {
        String windows = System.getenv("SystemRoot");
        boolean card =
                Files.exists(Path.of("/proc/driver/nvidia/version"))
                        || (windows != null
                                && Files.exists(Path.of(windows, "System32", "nvcuda.dll")));
        return new CudaLibraries(cache, card);
    }

    /// Whether an earlier run has fetched them.
    private boolean fetched() {
        String system = System.getProperty("os.name", "").startsWith("Windows") ? "win" : "linux";
        return Files.isDirectory(
                cache.resolve("pytorch")
                        .resolve("%s-%s-%s-x86_64".formatted(VERSION, FLAVOR, system)));
    }

    /// Whether the user brings PyTorch along.
    private static boolean named() {
        String path = System.getenv("PYTORCH_LIBRARY_PATH");
        return path != null && !path.isBlank();
    }

    /// Whether a training shall use them.
    ///
    /// @param device `auto`, `cpu` or `cuda`
    /// @param fetch whether the user allows the download
    /// @throws TrainingException if CUDA is wanted and cannot be had
    boolean used(String device, boolean fetch) throws TrainingException {
        boolean there = card && (fetched() || fetch || named());
        if (device.equals("cuda") && !there) {
            throw card
                    ? new TrainingException(
                            "There is a CUDA card, but PyTorch's CUDA libraries are not with this"
                                    + " program.",
                            String.format(
                                    Locale.ROOT,
                                    "They are about 2.5 GB: --fetch-cuda lets them be downloaded"
                                            + " once from publish.djl.ai into %s; or let"
                                            + " PYTORCH_LIBRARY_PATH name a libtorch %s for CUDA"
                                            + " 12.8; or set the plan's device to cpu.",
                                    cache,
                                    VERSION))
                    : new TrainingException(
                            "The plan wants CUDA, and no CUDA driver is here.",
                            "Set the plan's device to auto or cpu.");
        }
        return there && !device.equals("cpu");
    }

    /// What a person should know of a training on the processor.
    ///
    /// @return empty if there is nothing
    String note(boolean used) {
        return card && !used ? " (the CUDA card is not used: see --fetch-cuda)" : "";
    }
}
