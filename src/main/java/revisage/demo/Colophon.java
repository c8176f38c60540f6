package revisage.demo;

import revisage.store.Reconstruction;
import revisage.study.StudyReport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How the page came about: versions, hashes, times.
record Colophon(Material material) {

    /// A line of a list.
    record Fact(String name, String value) {}

    Map<String, Object> words() {
        double seconds =
                material.report().steps().stream().mapToDouble(DemoReport.Timed::seconds).sum();
        int cores = material.report().machine().cores();
        return Map.of(
                "duration", duration(seconds),
                "cores", cores,
                "coreWord", cores == 1 ? "core" : "cores",
                "command", command(),
                "facts", facts(seconds),
                "steps", steps());
    }

    private String command() {
        DemoReport r = material.report();
        return "revisage demo --people %d --targets %d --seed %d"
                .formatted(r.people(), r.targets(), r.seed());
    }

    private List<Fact> facts(double seconds) {
        DemoReport report = material.report();
        StudyReport.Machine machine = report.machine();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Program", "Revisage " + report.version()));
        facts.add(
                new Fact(
                        "Machine",
                        "%s, %s, %d cores, Java %s"
                                .formatted(
                                        machine.system(),
                                        machine.processor(),
                                        machine.cores(),
                                        machine.java())));
        facts.add(new Fact("Time", duration(seconds) + " for all steps below"));
        facts.add(new Fact("Seed", Long.toString(report.seed())));
        facts.add(new Fact("Plan", "SHA-256 " + material.study().planFingerprint()));
        hashes().forEach((name, hash) -> facts.add(new Fact(name, "SHA-256 " + hash)));
        long queries =
                material.attempts().stream()
                        .flatMap(a -> a.rows().stream())
                        .mapToLong(Reconstruction::queries)
                        .sum();
        facts.add(
                new Fact("Questions", String.format(Locale.ROOT, "%,d in all, by count", queries)));
        return facts;
    }

    /// Of everything that was read but the pictures.
    private SortedMap<String, String> hashes() {
        var hashes = new TreeMap<String, String>();
        for (StudyReport.StepNoted step : material.study().steps()) {
            step.inputs()
                    .forEach(
                            (name, hash) -> {
                                if (name.startsWith("extractor ") || name.startsWith("card ")) {
                                    hashes.put(name, hash);
                                }
                            });
        }
        return hashes;
    }

    private List<Fact> steps() {
        return material.report().steps().stream()
                .map(s -> new Fact(s.step(), String.format(Locale.ROOT, "%.1f", s.seconds())))
                .toList();
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole < 120
                ? whole + " seconds"
                : "%d minutes %d seconds".formatted(whole / 60, whole % 60);
    }
}
