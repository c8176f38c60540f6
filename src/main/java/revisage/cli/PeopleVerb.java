package revisage.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import revisage.face.FaceImage;
import revisage.people.synthetic.SyntheticPeople;
import revisage.store.PeopleFolder;
import revisage.store.PeopleManifest;
import revisage.study.Engines;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/// `revisage people`.
@Command(
        name = "people",
        mixinStandardHelpOptions = true,
        description = {
            "Draws synthetic people: faces made by code that show nobody.",
            "",
            "Writes a folder a person (LFW layout), aligned faces as PNG, and manifest.csv with"
                + " sex, age, skin tone, pose and the five points of each. The same seed gives the"
                + " same faces everywhere. Started again, it draws what is missing."
        },
        footer = {"", "Example: revisage people --people 2000 --photos 10 --out people/"})
final class PeopleVerb extends Verb {

    private static final int MOST = 1_000_000;

    @Option(names = "--people", required = true, paramLabel = "N", description = "How many people.")
    private int people = 1;

    @Option(
            names = "--photos",
            defaultValue = "10",
            paramLabel = "N",
            description = "Photos of each (default: ${DEFAULT-VALUE}).")
    private int photos = 10;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "A new folder, or one of the same people.")
    private Path out = Path.of("");

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Another seed, other people (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--size",
            defaultValue = "112",
            paramLabel = "PIXELS",
            description = "Edge of the pictures, 112 to 512 (default: ${DEFAULT-VALUE}).")
    private int size = FaceImage.SIDE;

    PeopleVerb(Engines engines) {
        super(engines);
    }

    /// `--json`.
    record Drawn(
            String folder,
            String manifest,
            long seed,
            int people,
            int photos,
            int size,
            int made,
            int kept,
            double seconds) {}

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        Checks.range(spec, "--people", people, 1, MOST);
        Checks.range(spec, "--photos", photos, 1, 10_000);
        Checks.range(spec, "--people times --photos", (long) people * photos, 1, 100_000_000);
        Checks.range(spec, "--size", size, FaceImage.SIDE, SyntheticPeople.MOST_SIDE);
        long begin = System.nanoTime();
        PeopleFolder.Written written =
                new PeopleFolder(out, seed, people, photos, size).run(progress);
        var json =
                new Drawn(
                        out.toString(),
                        out.resolve(PeopleManifest.FILE).toString(),
                        seed,
                        people,
                        photos,
                        size,
                        written.made(),
                        written.kept(),
                        (System.nanoTime() - begin) / 1e9);
        return new Answer(text(json), json);
    }

    private static String text(Drawn d) {
        String kept =
                d.kept() == 0 ? "" : String.format(Locale.ROOT, " (%,d were there)", d.kept());
        return String.format(
                Locale.ROOT,
                """
                %,d people with %,d photos each in %s%s.
                List: %s
                Rate: %,.0f photos a second (%.1f s).
                """,
                d.people(),
                d.photos(),
                d.folder(),
                kept,
                d.manifest(),
                d.made() / Math.max(1e-3, d.seconds()),
                d.seconds());
    }
}
