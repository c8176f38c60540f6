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

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        try {
            CloudService service = study.service();
            try {
                return of(study, service);
            } catch (WorkException | InterruptedException e) {
                service.close();
                throw e;
            }
        } catch (WorkException | InterruptedException e) {
            study.close();
            throw e;
        }
    }

    private static Offer of(CloudStudy study, CloudService service)
            throws WorkException, InterruptedException {
        CloudStudy placed = study.placed(service.card());
        Quote quote = placed.quote(service.card());
        var _ = placed.writeQuote(quote);
        return new Offer(quote, placed.samples(quote), placed, service);
    }

    /// The same by another price table: another quote. The pictures are not read again.
    ///
    /// @param table where empty, the program's
    Offer priced(Optional<Path> table) throws WorkException, InterruptedException {
        return of(study.priced(table), service);
    }

    /// How many of the samples would be enrolled; the others would be looked for.
    int enrolled() {
        return Math.min(CloudStudy.SAMPLES, quote.plan().enrol().size());
    }

    @Override
    public void close() {
        service.close();
        study.close();
    }
}
