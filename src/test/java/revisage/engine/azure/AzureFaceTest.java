package revisage.engine.azure;

import revisage.cloud.CloudChoice;
import revisage.cloud.CloudService;
import revisage.cloud.Fault;
import revisage.cloud.Wires;
import revisage.cloud.simulate.Mishap;
import revisage.cloud.simulate.Simulator;
import revisage.work.WorkException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class AzureFaceTest extends Wires {

    @Override
    protected Simulator.Service which() {
        return Simulator.Service.AZURE;
    }

    @Override
    protected CloudService open(CloudChoice choice, Duration patience) throws WorkException {
        return new AzureFace(
                AzureAccount.find(choice, Map.of(), _ -> Optional.empty()), patience, 100);
    }

    @Override
    protected String enrolling() {
        return "addFace";
    }

    @Override
    protected String searching() {
        return "identify";
    }

    @Override
    protected String looking() {
        return "detect";
    }

    /// A key does not run out; one that was replaced is not known any more.
    @Override
    protected List<Class<? extends Fault>> kinds(Mishap mishap, boolean enrolling) {
        return mishap == Mishap.EXPIRED
                ? List.of(Fault.AccessDenied.class)
                : super.kinds(mishap, enrolling);
    }
}
