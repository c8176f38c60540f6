package revisage.demo;

import revisage.store.Reconstruction;
import revisage.store.ReconstructionTable;
import revisage.store.StoredBasis;
import revisage.study.StudyFolder;
import revisage.study.StudyPlan.Attack;
import revisage.study.StudyReport;
import revisage.study.SystemReport;
import revisage.vector.VectorSet;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that the page is made of.
///
/// @param leak one vector a target
/// @param attempts one for each attack of the plan
/// @param cloud what a simulated one found
/// @param shortlists of the first targets, by the last attempt's estimates
record Material(
        DemoReport report,
        StudyReport study,
        Counts counts,
        VectorSet leak,
        List<Attempt> attempts,
        List<Shortlist> shortlists,
        Optional<SystemReport> cloud,
        Known known,
        Pictures pictures) {

    Material {
        attempts = List.copyOf(attempts);
        shortlists = List.copyOf(shortlists);
    }

    /// The estimates of one attack.
    ///
    /// @param called in a figure of several methods
    /// @param searched whether a search found them; else a trained network answered
    /// @param rows one a target, in the order of the leak
    record Attempt(
            String name, String called, boolean searched, Path folder, List<Reconstruction> rows) {

        Attempt {
            rows = List.copyOf(rows);
        }

        Path picture(int target) {
            return folder.resolve(rows.get(target).image());
        }

        static List<Attempt> all(StudyFolder folder, String onnx, List<Attack> attacks)
                throws WorkException {
            var all = new ArrayList<Attempt>();
            for (Attack attack : attacks) {
                Path own = folder.rebuilt(onnx, attack);
                Path table = own.resolve(ReconstructionTable.FILE);
                all.add(
                        new Attempt(
                                DemoPlan.name(attack),
                                DemoPlan.methodName(attack),
                                DemoPlan.searches(attack),
                                own,
                                ReconstructionTable.read(table)));
            }
            return all;
        }
    }

    /// What the attacker knew before the first target.
    ///
    /// @param faces public ones
    /// @param components building blocks
    /// @param queries put to the extractor once for all targets
    record Known(String faces, int components, long queries) {

        static Known of(Path basis) throws WorkException {
            StoredBasis stored = StoredBasis.read(basis);
            return new Known(
                    stored.basis()
                            .madeFrom()
                            .getOrDefault("faces", "many")
                            .replaceFirst("(?<=\\d)(?=\\d{3}$)", ","),
                    stored.basis().components(),
                    stored.prepared().map(p -> p.knowledge().queries()).orElse(0L));
        }
    }
}
