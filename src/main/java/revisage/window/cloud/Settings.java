package revisage.window.cloud;

import revisage.cloud.CloudChoice;
import revisage.cloud.CloudPlanException;
import revisage.cloud.Endpoint;
import revisage.cloud.EndpointException;
import revisage.cloud.PriceTable;
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
/// @param profile of the provider's own settings; may be empty
/// @param endpoint may be empty
/// @param perSecond calls at most; where empty, four fifths of the quota
/// @param spare calls for repeats after faults, as a share of those needed; where empty, a fifth
/// @param people folder of those to enrol
record Settings(
        String provider,
        String region,
        String profile,
        String endpoint,
        OptionalDouble perSecond,
        OptionalDouble spare,
        Path people,
        String whose,
        boolean optedOut) {

    /// Of the job's folder in the project.
    static final String FOLDER = "cloud-";

    /// The seed study's K, and the best one alone.
    private static final List<Integer> KS = List.of(1, 5);

    /// What a service is called.
    static String nameOf(String provider) {
        try {
            return PriceTable.shipped().of(provider).title();
        } catch (CloudPlanException _) {
            return provider;
        }
    }

    CloudChoice choice() throws EndpointException {
        String url = endpoint.strip();
        String where = region.strip();
        String named = profile.strip();
        return new CloudChoice(
                provider,
                where.isEmpty() ? Optional.empty() : Optional.of(where),
                url.isEmpty() ? Optional.empty() : Optional.of(Endpoint.of(url)),
                named.isEmpty() ? Optional.empty() : Optional.of(named));
    }

    CloudAsk ask(CloudChoice choice, Project project, Workspace workspace) {
        return new CloudAsk(
                choice,
                people,
                List.of(),
                project.folder().resolve(FOLDER + provider),
                new SystemPlan(KS, workspace.inquiry().rule(), 1),
                OptionalDouble.empty(),
                perSecond,
                spare,
                false,
                whose.strip(),
                optedOut,
                ProjectPrices.of(project).changed(),
                project.file().extractors().stream().map(project::resolve).toList(),
                workspace.cutting(),
                DeviceChoice.AUTO,
                workspace.version());
    }
}
