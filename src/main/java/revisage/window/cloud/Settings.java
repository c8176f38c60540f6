package revisage.window.cloud;

import revisage.cloud.CloudChoice;
import revisage.cloud.Endpoint;
import revisage.cloud.EndpointException;
import revisage.extract.DeviceChoice;
import revisage.project.Project;
import revisage.study.CloudAsk;
import revisage.study.SystemPlan;
import revisage.window.Workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the user has chosen.
///
/// @param provider key of the service
/// @param region may be empty
/// @param endpoint may be empty
/// @param people folder of those to enrol
record Settings(
        String provider,
        String region,
        String endpoint,
        Path people,
        String whose,
        boolean optedOut) {

    /// Of the job's folder in the project.
    static final String FOLDER = "cloud-";

    /// The seed study's K, and the best one alone.
    private static final List<Integer> KS = List.of(1, 5);

    CloudChoice choice() throws EndpointException {
        String url = endpoint.strip();
        String where = region.strip();
        return new CloudChoice(
                provider,
                where.isEmpty() ? Optional.empty() : Optional.of(where),
                url.isEmpty() ? Optional.empty() : Optional.of(Endpoint.of(url)),
                Optional.empty());
    }

    CloudAsk ask(CloudChoice choice, Project project, Workspace workspace) {
        return new CloudAsk(
                choice,
                people,
                List.of(),
                project.folder().resolve(FOLDER + provider),
                new SystemPlan(KS, workspace.inquiry().rule(), 1),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                false,
                whose.strip(),
                optedOut,
                Optional.empty(),
                project.file().extractors().stream().map(project::resolve).toList(),
                workspace.cutting(),
                DeviceChoice.AUTO,
                workspace.version());
    }
}
