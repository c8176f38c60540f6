package revisage.cloud.simulate;

import revisage.extract.PlanText;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// A script of troubles.
///
/// `{"schema": 1, "faults": [{"from": 3, "to": 5, "fault": "THROTTLE", "seconds": 1}, {"operation":
/// "IndexFaces", "from": 2, "fault": "LOST"}]}`
///
/// @param schema of this layout, [#SCHEMA]
/// @param faults the first that fits a request happens
public record MishapPlan(int schema, List<Planned> faults) implements Mishaps {

    /// The layout that this program knows.
    public static final int SCHEMA = 1;

    public MishapPlan {
        faults = List.copyOf(faults);
    }

    /// One line of the script.
    ///
    /// @param operation only these requests, and counted among them, for example `IndexFaces` or
    ///   `addFace`; empty for all
    /// @param from number of the first request, 1 and up
    /// @param to number of the last; empty: only the first
    /// @param seconds see [Mishap]
    public record Planned(
            Optional<String> operation,
            long from,
            OptionalLong to,
            Mishap fault,
            OptionalDouble seconds) {

        public Planned {
            if (from < 1 || to.orElse(from) < from) {
                throw new IllegalArgumentException("requests are counted from 1, 'from' to 'to'");
            }
            if (!(seconds.orElse(0) >= 0 && seconds.orElse(0) <= 3600)) {
                throw new IllegalArgumentException("seconds are 0 to 3600");
            }
        }

        private boolean fits(String asked, long number, long numberOfItsKind) {
            long counted = operation.isPresent() ? numberOfItsKind : number;
            return operation.map(asked::equals).orElse(true)
                    && counted >= from
                    && counted <= to.orElse(from);
        }
    }

    /// @throws SimulatorException with the place of what is wrong
    public static MishapPlan read(Path file) throws WorkException {
        return new PlanText<>(SimulatorException::new).read(file, MishapPlan.class, SCHEMA);
    }

    @Override
    public Optional<Event> at(String operation, long number, long numberOfItsKind) {
        return faults.stream()
                .filter(f -> f.fits(operation, number, numberOfItsKind))
                .findFirst()
                .map(f -> new Event(f.fault(), duration(f.seconds())));
    }

    private static Optional<Duration> duration(OptionalDouble seconds) {
        return seconds.isPresent()
                ? Optional.of(Duration.ofMillis(Math.round(seconds.getAsDouble() * 1000)))
                : Optional.empty();
    }
}
