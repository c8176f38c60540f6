package revisage.study;

import revisage.people.LabelledFolder;
import revisage.people.PhotoCount;
import revisage.people.Portrait;
import revisage.work.Dice;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Who plays which part in a study: public faces, targets, gallery.
final class Casting {

    private final PlanFile file;
    private final Map<String, LabelledFolder> scanned = new HashMap<>();

    Casting(PlanFile file) {
        this.file = file;
    }

    /// The pictures of the people that were chosen; each folder is scanned once.
    ///
    /// @throws PlanException if nobody is left
    LabelledFolder faces(StudyPlan.Faces faces) throws WorkException, InterruptedException {
        LabelledFolder all = scanned.get(faces.images());
        if (all == null) {
            all = LabelledFolder.scan(file.resolve(faces.images()));
            scanned.put(faces.images(), all);
        }
        Optional<PhotoCount> people = faces.people();
        if (people.isEmpty()) {
            return all;
        }
        return all.keeping(people.get())
                .orElseThrow(
                        () ->
                                new PlanException(
                                        "Nobody in %s has as many photos as the plan asks for."
                                                .formatted(file.resolve(faces.images())),
                                        "Change 'people' in the plan."));
    }

    /// Targets drawn by the plan's seed: people in the order of the dice, one photo of each. Fewer
    /// targets of the same seed are the first of more.
    ///
    /// @throws PlanException if there are too few people, or one of them is among the public faces
    List<Portrait> targets() throws WorkException, InterruptedException {
        StudyPlan plan = file.plan();
        Map<String, List<Portrait>> byPerson =
                faces(plan.targets().faces()).portraits().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Portrait::person, TreeMap::new, Collectors.toList()));
        if (byPerson.size() < plan.targets().count()) {
            throw new PlanException(
                    "The plan asks for %d targets, and %s has %d such people."
                            .formatted(
                                    plan.targets().count(),
                                    file.resolve(plan.targets().images()),
                                    byPerson.size()),
                    "Ask for fewer.");
        }
        List<String> people = new ArrayList<>(byPerson.keySet());
        people.sort(
                Comparator.comparingLong((String p) -> Dice.seed(plan.seed(), Dice.of(p)))
                        .thenComparing(Comparator.naturalOrder()));
        List<Portrait> targets = new ArrayList<>();
        for (String person : people.subList(0, plan.targets().count())) {
            byPerson.getOrDefault(person, List.of()).stream()
                    .min(Comparator.comparingLong(p -> Dice.seed(plan.seed(), Dice.of(p.id()))))
                    .ifPresent(targets::add);
        }
        refuseAcquaintances(targets);
        return targets;
    }

    /// The attacker's faces are of *other* people; else the study would flatter the attack.
    private void refuseAcquaintances(List<Portrait> targets)
            throws WorkException, InterruptedException {
        var plan = file.plan();
        Optional<StudyPlan.Faces> basis = plan.basis().flatMap(StudyPlan.Basis::faces);
        if (basis.isPresent()) { // a finished basis names nobody
            refuse(targets, basis.get(), "basis");
        }
        List<NetworkGrid.Set> sets = plan.networks().map(NetworkGrid::sets).orElseGet(List::of);
        for (NetworkGrid.Set set : sets) {
            if (set.faces().isPresent()) {
                refuse(targets, set.faces().get(), "set '%s'".formatted(set.name()));
            }
        }
    }

    private void refuse(List<Portrait> targets, StudyPlan.Faces publicFaces, String what)
            throws WorkException, InterruptedException {
        Set<String> known =
                faces(publicFaces).portraits().stream()
                        .map(Portrait::person)
                        .collect(Collectors.toSet());
        long both = targets.stream().filter(t -> known.contains(t.person())).count();
        if (both > 0) {
            throw new PlanException(
                    "%d of %d targets are among the people of the %s."
                            .formatted(both, targets.size(), what),
                    "Choose other people for it or for 'targets', for example by their number of"
                            + " photos.");
        }
    }

    /// One hash over names, people and contents of pictures.
    static String fingerprint(List<Portrait> portraits) throws WorkException, InterruptedException {
        var lines = new StringBuilder();
        for (Portrait p : portraits) {
            lines.append(Sha256.of(p.file())).append(' ').append(p.person()).append('\0');
            lines.append(p.id()).append('\n');
        }
        return Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
