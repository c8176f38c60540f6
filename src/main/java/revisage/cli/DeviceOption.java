package revisage.cli;

import picocli.CommandLine.Option;

import revisage.extract.DeviceChoice;

/// Where networks run.
final class DeviceOption {

    @Option(
            names = "--device",
            defaultValue = "AUTO",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private DeviceChoice device = DeviceChoice.AUTO;

    DeviceChoice device() {
        return device;
    }
}
