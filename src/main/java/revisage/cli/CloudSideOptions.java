package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import revisage.study.Engines;
import revisage.study.FaceCutting;
import revisage.study.SystemPlan;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// A cloud in place of a gallery, or beside it, for verbs that are about galleries.
final class CloudSideOptions {

    @Mixin private CloudJobOptions cloud = new CloudJobOptions();

    @Option(
            names = "--people",
            paramLabel = "DIR",
            description = "Whom a cloud enrols: a labelled folder.")
    private @Nullable Path people;

    @Option(
            names = "--job",
            paramLabel = "DIR",
            description = "Folder of the cloud's quote, ledger and answers (default: with --out).")
    private @Nullable Path job;

    boolean asked() {
        return cloud.asked();
    }

    /// One recogniser is needed, and `match` takes no two.
    void refuseBoth(CommandSpec spec, boolean gallery) {
        if (gallery == asked()) {
            throw new ParameterException(
                    spec.commandLine(), "name one of --gallery, --cloud and --replay.");
        }
    }

    /// @param place of the job, where none is named
    /// @param all whether every answer is wanted that the service gives
    CloudJobOptions.Wanted wanted(
            CommandSpec spec,
            List<Path> probes,
            Path place,
            SystemPlan plan,
            OptionalDouble threshold,
            boolean all,
            FaceCutting cutting) {
        Path enrolled = people;
        if (enrolled == null) {
            throw new ParameterException(
                    spec.commandLine(), "--people is needed: whom the cloud enrols.");
        }
        Path folder = job;
        return new CloudJobOptions.Wanted(
                enrolled,
                probes,
                folder == null ? place : folder,
                plan,
                threshold,
                all,
                List.of(),
                cutting);
    }

    /// As [CloudJobOptions#run].
    Answer run(
            CommandSpec spec,
            Engines engines,
            CloudJobOptions.Wanted wanted,
            CloudJobOptions.Counting counting,
            Consumer<Progress> progress)
            throws WorkException, InterruptedException {
        return cloud.run(spec, engines, wanted, counting, progress);
    }
}
