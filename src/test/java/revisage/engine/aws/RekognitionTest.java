package revisage.engine.aws;

import revisage.cloud.CloudChoice;
import revisage.cloud.CloudService;
import revisage.cloud.Wires;
import revisage.cloud.simulate.Simulator;
import revisage.work.WorkException;

import java.time.Duration;

class RekognitionTest extends Wires {

    @Override
    protected Simulator.Service which() {
        return Simulator.Service.REKOGNITION;
    }

    @Override
    protected CloudService open(CloudChoice choice, Duration patience) throws WorkException {
        return Rekognition.open(choice, patience);
    }

    @Override
    protected String enrolling() {
        return "IndexFaces";
    }

    @Override
    protected String searching() {
        return "SearchFacesByImage";
    }

    @Override
    protected String looking() {
        return "SearchFacesByImage";
    }
}
