package revisage.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import revisage.cloud.JobFile;
import revisage.cloud.Quote;
import revisage.study.Engines;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/// `revisage cloud status`.
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tells how far a cloud job is and what it has cost. Asks nobody.",
        footer = {"", "Example: revisage cloud status cloud/"})
final class CloudStatusVerb extends Verb {

    @Parameters(paramLabel = "DIR", description = "The job's folder.")
    private Path folder = Path.of("");

    CloudStatusVerb(Engines engines) {
        super(engines);
    }

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException {
        JobFile.Status s = JobFile.read(folder).status(folder);
        return new Answer(text(s), s);
    }

    static String text(JobFile.Status s) {
        JobFile job = s.job();
        return String.format(
                Locale.ROOT,
                "%s, gallery %s%n"
                        + "  enrolled  %,d of %,d faces, %,d not taken%n"
                        + "  asked     %,d of %,d faces%n"
                        + "  calls     %,d of %,d%n"
                        + "  cost      %s of at most %s %s by the price table%n"
                        + "  gallery   %s%n",
                job.label(),
                job.limit().gallery(),
                s.enrolled(),
                job.toEnrol(),
                s.declined(),
                s.answered(),
                job.toAsk(),
                s.calls(),
                job.limit().cap(),
                Quote.amount(s.cost()),
                Quote.amount(job.limit().highest()),
                job.limit().terms().currency(),
                s.deleted()
                        .map(d -> "deleted and seen to be gone on " + d)
                        .orElse(
                                s.mayHold()
                                        ? "may be there still: go on, or 'revisage cloud delete'"
                                        : "not made yet"));
    }
}
