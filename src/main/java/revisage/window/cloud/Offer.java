package revisage.window.cloud;

import revisage.cloud.CloudService;
import revisage.cloud.Quote;
import revisage.face.FaceImage;
import revisage.inquiry.Inquiry;
import revisage.project.ProjectFile.RunEntry;
import revisage.study.CloudAsk;
import revisage.study.CloudStudy;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.util.List;
import java.util.function.Consumer;

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

    /// Reads the pictures and makes the quote. Sends nothing.
    ///
    /// @param runs finished
    static Offer of(
            CloudAsk ask, Inquiry inquiry, List<RunEntry> runs, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var study = CloudStudy.open(ask, inquiry.probes(runs), inquiry.engines(), events);
        boolean made = false;
        try {
            var service = study.service();
            CloudStudy placed = study.placed(service.card());
            Quote quote = placed.quote(service.card());
            var _ = placed.writeQuote(quote);
            var offer = new Offer(quote, placed.samples(quote), placed, service);
            made = true;
            return offer;
        } finally {
            if (!made) {
                study.close();
            }
        }
    }

    @Override
    public void close() {
        service.close();
        study.close();
    }
}
