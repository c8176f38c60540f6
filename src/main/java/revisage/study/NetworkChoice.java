package revisage.study;

import revisage.reconstruct.GeneratorCards;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which attacks of a plan go against which extractor: a network only against the one it was
/// trained for, all others against each.
final class NetworkChoice {

    private final Map<String, List<StudyPlan.Attack>> attacks = new LinkedHashMap<>();

    private NetworkChoice() {}

    /// @throws PlanException if a network fits none of the plan's extractors
    static NetworkChoice of(PlanFile file) throws WorkException, InterruptedException {
        var choice = new NetworkChoice();
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String onnx : file.plan().extractors()) {
            hashes.put(onnx, Sha256.of(file.resolve(onnx)));
            choice.attacks.put(onnx, new ArrayList<>());
        }
        for (StudyPlan.Attack attack : file.plan().attacks()) {
            if (attack.network().isEmpty()) {
                choice.attacks.values().forEach(list -> list.add(attack));
                continue;
            }
            String named = attack.network().get();
            var wanted = GeneratorCards.beside(file.resolve(named)).extractor();
            List<StudyPlan.Attack> fitting =
                    hashes.entrySet().stream()
                            .filter(e -> e.getValue().equals(wanted.sha256()))
                            .findFirst()
                            .map(e -> choice.of(e.getKey()))
                            .orElseThrow(
                                    () ->
                                            new PlanException(
                                                    "The network %s was trained for the extractor '%s', which the plan does not attack."
                                                            .formatted(named, wanted.name()),
                                                    "Name that extractor among the plan's"
                                                            + " extractors."));
            fitting.add(attack);
        }
        return choice;
    }

    /// In the order of the plan.
    List<StudyPlan.Attack> of(String onnx) {
        return attacks.getOrDefault(onnx, List.of());
    }
}
