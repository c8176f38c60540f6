package revisage.cli;

import picocli.CommandLine;

import revisage.store.ShippedModels;
import revisage.study.EigenfaceAttacks;
import revisage.study.Engines;

/// The list of verbs.
final class Verbs {

    private Verbs() {}

    static void addTo(CommandLine root, Engines engines, Surroundings surroundings) {
        var attacks = new EigenfaceAttacks(engines, Version.text());
        var shipped = new ShippedModels(surroundings.home());
        // One line a verb, in the order of the work.
        root.addSubcommand(new DemoVerb(engines, attacks, shipped));
        root.addSubcommand(new WorkbenchVerb(engines));
        root.addSubcommand(new PeopleVerb(engines));
        root.addSubcommand(new CommandLine(new Vectors()).addSubcommand(new VectorsShow(engines)));
        root.addSubcommand(new ExtractorVerbs(engines).line());
        root.addSubcommand(
                new CommandLine(new Train())
                        .addSubcommand(new TrainExtractorVerb(engines))
                        .addSubcommand(new TrainReconstructorVerb(engines)));
        root.addSubcommand(new EmbedVerb(engines));
        root.addSubcommand(
                new CommandLine(new Eigenfaces())
                        .addSubcommand(new EigenfacesFit(engines))
                        .addSubcommand(new EigenfacesShow(engines)));
        root.addSubcommand(new ReconstructVerb(engines, shipped));
        root.addSubcommand(new EnrolVerb(engines));
        root.addSubcommand(new MatchVerb(engines));
        root.addSubcommand(new SweepVerb(engines));
        root.addSubcommand(new RunVerb(engines, attacks));
        root.addSubcommand(new CloudVerbs(engines).line());
        root.addSubcommand(new LineupVerbs(engines).line());
        root.addSubcommand(new BenchVerb(engines, shipped));
    }
}
