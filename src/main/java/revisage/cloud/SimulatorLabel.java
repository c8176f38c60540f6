package revisage.cloud;

/// How a simulator says what it is: a header in every answer, with the name of the extractor behind
/// it.
///
/// An address on this machine must answer with it and every other without it; a client refuses
/// anything else. So a forwarded port to the real service is no simulator, and no number made by a
/// simulator passes for one of the service.
public final class SimulatorLabel {

    /// Of the answer.
    public static final String HEADER = "X-Revisage-Simulator";

    private SimulatorLabel() {}
}
