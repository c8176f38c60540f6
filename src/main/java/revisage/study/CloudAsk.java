package revisage.study;

import revisage.cloud.CloudChoice;
import revisage.extract.DeviceChoice;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a user wants to know of a cloud.
///
/// @param choice which service
/// @param images labelled folder of those to enrol
/// @param probes folders of reconstructions or photos
/// @param out folder of the job: its ledger, the answers, tables and figures
/// @param plan what is counted
/// @param threshold on the service's scale; where empty, the service's usual one
/// @param perSecond calls at most; where empty, four fifths of the quota
/// @param spare calls for repeats after faults, as a share of the needed ones, 0..10; where empty,
///   a fifth
/// @param all whether the service is asked for all answers it gives, not only for what K needs
/// @param whose one clause on the data set, its licence and consent
/// @param optedOut whether the provider may not use the pictures otherwise
/// @param prices a price table; where empty, the program's
/// @param beside extractors whose answers are shown beside the cloud's
/// @param cutting how faces come out of pictures
/// @param device where those run
/// @param version of the program, for the report
public record CloudAsk(
        CloudChoice choice,
        Path images,
        List<Path> probes,
        Path out,
        SystemPlan plan,
        OptionalDouble threshold,
        OptionalDouble perSecond,
        OptionalDouble spare,
        boolean all,
        String whose,
        boolean optedOut,
        Optional<Path> prices,
        List<Path> beside,
        FaceCutting cutting,
        DeviceChoice device,
        String version) {

    public CloudAsk {
        probes = List.copyOf(probes);
        beside = List.copyOf(beside);
    }

    /// The same by another price table.
    ///
    /// @param table where empty, the program's
    CloudAsk priced(Optional<Path> table) {
        return new CloudAsk(
                choice, images, probes, out, plan, threshold, perSecond, spare, all, whose,
                optedOut, table, beside, cutting, device, version);
    }

    /// The same into another folder.
    CloudAsk into(Path other) {
        return new CloudAsk(
                choice, images, probes, other, plan, threshold, perSecond, spare, all, whose,
                optedOut, prices, beside, cutting, device, version);
    }
}
