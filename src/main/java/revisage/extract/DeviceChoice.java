package revisage.extract;

/// Where the user wants an engine to run.
public enum DeviceChoice {
    /// CUDA where it works, else the CPU.
    AUTO,
    CPU,
    /// CUDA or an error.
    CUDA
}
