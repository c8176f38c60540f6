package revisage.cloud.simulate;

import revisage.work.WorkException;

/// A simulator cannot start.
public final class SimulatorException extends WorkException {

    private static final long serialVersionUID = 1;

    SimulatorException(String message, String remedy) {
        super(message, remedy);
    }
}
