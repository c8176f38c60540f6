package revisage.window.cloud;

import revisage.cloud.CloudService;
import revisage.cloud.Quote;
import revisage.face.FaceImage;
import revisage.study.CloudStudy;

import java.util.List;

/// A quote that lies before the user, with what a run of it needs.
///
/// @param samples some of the faces that would be sent
/// @param study reads the pictures
/// @param service would be asked
record Offer(Quote quote, List<FaceImage> samples, CloudStudy study, CloudService service)
        implements AutoCloseable {

    Offer {
        samples = List.copyOf(samples);
    }

    @Override
    public void close() {
        service.close();
        study.close();
    }
}
