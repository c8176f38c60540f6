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

    private static final String MARK = " (simulated)";

    private SimulatorLabel() {}

    /// A service's name for people: a simulator is always called one.
    static String on(String title, boolean simulator) {
        return simulator ? title + MARK : title;
    }

    /// Whether a system's name says that it is a simulator.
    public static boolean isOn(String name) {
        return name.endsWith(MARK);
    }

    /// @param labelled whether the answer had the header
    /// @param service who is meant, for the message
    /// @throws CloudException [Fault.AccessDenied] if it is a simulator's where it should not be,
    ///   or the other way round
    public static void require(Endpoint endpoint, boolean labelled, String service)
            throws CloudException {
        if (labelled != endpoint.isLoopback()) {
            throw new CloudException(
                    new Fault.AccessDenied(),
                    "%s is %s."
                            .formatted(
                                    endpoint.host(),
                                    labelled
                                            ? "a simulator, not " + service
                                            : "no simulator of this program"),
                    "Correct the endpoint.");
        }
    }
}
