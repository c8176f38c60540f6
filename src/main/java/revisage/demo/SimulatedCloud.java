package revisage.demo;

import revisage.cloud.Approval;
import revisage.cloud.CloudChoice;
import revisage.cloud.CloudEvent;
import revisage.cloud.Endpoint;
import revisage.cloud.Patience;
import revisage.cloud.Pauses;
import revisage.cloud.simulate.ExtractorEye;
import revisage.cloud.simulate.Simulator;
import revisage.extract.DeviceChoice;
import revisage.people.LabelledFolder;
import revisage.people.Portrait;
import revisage.study.CloudAsk;
import revisage.study.CloudStudy;
import revisage.study.Engines;
import revisage.study.FaceCutting;
import revisage.study.PhotoRule;
import revisage.study.ProbeSet;
import revisage.study.SystemFiles;
import revisage.study.SystemPlan;
import revisage.study.SystemReport;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The demo's cloud: a simulator of Amazon Rekognition, on this machine for as long as it is asked,
/// with an extractor that comes with the program behind it. It enrols one photo a person, never one
/// that leaked, and is asked for the estimates of some attacks, as a cloud would be. Nothing leaves
/// this machine, and no number of it is the service's.
///
/// @param folder for ledger, answers, tables, figures
/// @param people labelled folder of all
/// @param extractor behind the simulator
/// @param attempts whose estimates are looked for
/// @param seed of the intervals
record SimulatedCloud(
        Path folder,
        Path people,
        Path extractor,
        List<Material.Attempt> attempts,
        long seed,
        Engines engines,
        String version)
        implements Work<Progress, SystemReport> {

    /// Enrolled at most: the seed study's 5,000 would take a minute.
    static final int MOST_PEOPLE = 500;

    /// As the seed study had it.
    static final int K = 5;

    private static final String PROVIDER = "rekognition";
    private static final double AS_FAST_AS_IT_ANSWERS = 10_000;

    SimulatedCloud {
        attempts = List.copyOf(attempts);
    }

    /// Whether the program can talk to the service.
    static boolean isPossible(Engines engines) {
        return engines.clouds().providers().contains(PROVIDER);
    }

    /// Once; later the tables that were left.
    @Override
    public SystemReport run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        if (Files.exists(folder.resolve(SystemFiles.REPORT))) {
            return SystemFiles.read(folder);
        }
        try (var eye =
                        new ExtractorEye(
                                engines.extractors().open(extractor, DeviceChoice.AUTO),
                                Optional.empty());
                var simulator =
                        Simulator.start(
                                Simulator.Service.REKOGNITION, 0, eye, Simulator.Day.quiet());
                var opened =
                        CloudStudy.open(
                                ask(simulator.address()), enrolled(), probes(), engines, events);
                var service = opened.service()) {
            CloudStudy study = opened.placed(service.card());
            var answers =
                    study.run(
                            Approval.ofSimulator(study.quote(service.card())),
                            service,
                            Patience.USUAL,
                            Pauses.END,
                            event -> {
                                if (event instanceof CloudEvent.Stage(Progress stage)) {
                                    events.accept(stage);
                                }
                            });
            return study.compare(answers, folder, events).report();
        }
    }

    private CloudAsk ask(String address) throws WorkException {
        return new CloudAsk(
                new CloudChoice(
                        PROVIDER,
                        Optional.empty(),
                        Optional.of(Endpoint.of(address)),
                        Optional.empty()),
                people,
                List.of(),
                folder.resolve("job"),
                new SystemPlan(List.of(1, K), PhotoRule.TYPE_II, seed),
                OptionalDouble.empty(),
                OptionalDouble.of(AS_FAST_AS_IT_ANSWERS),
                OptionalDouble.empty(),
                false,
                "synthetic people: nobody",
                true,
                Optional.empty(),
                List.of(),
                FaceCutting.ALIGNED,
                DeviceChoice.AUTO,
                version);
    }

    /// Those whose vectors leaked, and others until there are enough.
    private List<Portrait> enrolled() throws WorkException, InterruptedException {
        Set<String> leaked =
                attempts.getLast().rows().stream().map(r -> r.id()).collect(Collectors.toSet());
        Set<String> targets =
                attempts.getLast().rows().stream().map(r -> r.person()).collect(Collectors.toSet());
        var first = new LinkedHashMap<String, Portrait>();
        for (Portrait portrait : LabelledFolder.scan(people).portraits()) {
            if (!leaked.contains(portrait.id())) {
                first.putIfAbsent(portrait.person(), portrait);
            }
        }
        var chosen = new ArrayList<Portrait>();
        first.values().stream().filter(p -> targets.contains(p.person())).forEach(chosen::add);
        first.values().stream()
                .filter(p -> !targets.contains(p.person()))
                .limit(Math.max(0, MOST_PEOPLE - chosen.size()))
                .forEach(chosen::add);
        return chosen;
    }

    private List<ProbeSet> probes() throws WorkException, InterruptedException {
        var sets = new ArrayList<ProbeSet>();
        for (Material.Attempt attempt : attempts) {
            ProbeSet read = ProbeSet.in(attempt.folder()).getFirst();
            sets.add(new ProbeSet(attempt.called(), read.attacked(), read.probes()));
        }
        return sets;
    }
}
