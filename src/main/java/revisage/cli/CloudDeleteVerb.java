package revisage.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import revisage.cloud.CloudCleaning;
import revisage.cloud.JobFile;
import revisage.cloud.Patience;
import revisage.study.Engines;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.function.Consumer;

/// `revisage cloud delete`.
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = {
            "Deletes at the provider what an unfinished job left there, and verifies that.",
            "",
            "A job that came to its end has deleted everything already."
        },
        footer = {"", "Example: revisage cloud delete cloud/"})
final class CloudDeleteVerb extends Verb {

    @Parameters(paramLabel = "DIR", description = "The job's folder.")
    private Path folder = Path.of("");

    CloudDeleteVerb(Engines engines) {
        super(engines);
    }

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        JobFile job = JobFile.read(folder);
        try (var service = engines.clouds().open(job.choice())) {
            var _ =
                    new CloudCleaning(service, Patience.USUAL)
                            .run(
                                    folder,
                                    job.limit(),
                                    event -> event.progress().ifPresent(progress));
        }
        JobFile.Status status = job.status(folder);
        return new Answer(CloudStatusVerb.text(status), status);
    }
}
