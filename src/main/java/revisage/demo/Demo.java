package revisage.demo;

import revisage.extract.StrictJson;
import revisage.face.FaceImage;
import revisage.store.PeopleFolder;
import revisage.store.ShippedModels;
import revisage.store.StoreException;
import revisage.study.Attacks;
import revisage.study.Engines;
import revisage.study.FaceCutting;
import revisage.study.PlanFile;
import revisage.study.SideBySide;
import revisage.study.Study;
import revisage.study.StudyFolder;
import revisage.study.StudyPlan;
import revisage.study.StudyReport;
import revisage.study.SystemReport;
import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.WholeFile;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Synthetic people, leaked vectors, faces rebuilt from them, people found again: a study with the
/// models that come with the program, and a page that tells it.
///
/// The folder gets `plan.json`, `people/`, `study/` (see [Study]), `cloud/` (see [SimulatedCloud]),
/// `contact-sheet.png`, `demo.json` and `demo.html`. Stopped or killed, the same demo goes on from
/// where it was.
///
/// @param out new, or of the same demo
/// @param people in the gallery, 50..20,000
/// @param targets whose vectors leak, 1..`people`
/// @param seed of everything that is drawn
/// @param version of the program
public record Demo(
        Path out,
        int people,
        int targets,
        long seed,
        ShippedModels models,
        Engines engines,
        Attacks attacks,
        String version)
        implements Work<Progress, DemoReport> {

    /// Fewer make no list of suggestions.
    public static final int LEAST_PEOPLE = 50;

    /// Of whom all is kept in memory.
    public static final int MOST_PEOPLE = 20_000;

    private static final String PLAN = "plan.json";
    private static final String STUDY = "study";
    private static final String CLOUD = "cloud";
    private static final String ASKING = "asking the simulated cloud";
    private static final String CONTACT_SHEET = "contact-sheet.png";
    private static final int DOZEN = 12;
    private static final String WRITING = "writing the page";

    /// @throws StoreException if a model is missing, or the folder holds something else
    @Override
    public DemoReport run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        long begin = System.nanoTime();
        var demo = new DemoPlan(people, targets, seed, models);
        StudyPlan plan = demo.study();
        claim(StrictJson.write(plan));
        var steps = new ArrayList<DemoReport.Timed>();
        Path faces = out.resolve(DemoPlan.PEOPLE);
        PeopleFolder.Written drawn =
                new PeopleFolder(faces, demo.peopleSeed(), people, DemoPlan.PHOTOS, FaceImage.SIDE)
                        .run(events);
        if (drawn.made() > 0) {
            steps.add(new DemoReport.Timed("drawing people", since(begin)));
        }
        PlanFile file = PlanFile.read(out.resolve(PLAN));
        StudyReport study =
                new Study(file, out.resolve(STUDY), engines, attacks, version).run(events);
        study.steps().forEach(s -> steps.add(new DemoReport.Timed(s.name(), s.seconds())));
        long told = System.nanoTime();
        events.accept(new Progress(WRITING, 0, 3, "parts"));
        try (var opened = FaceCutting.ALIGNED.open(engines)) {
            var pictures = new Pictures(faces, opened.reader());
            var folder = new StudyFolder(out.resolve(STUDY));
            String res = plan.extractors().getFirst();
            var attempts = Material.Attempt.all(folder, res, plan.attacks());
            Path best = attempts.getLast().folder();
            new SideBySide(best, faces, opened.reader(), targets)
                    .sheet()
                    .write(out.resolve(CONTACT_SHEET));
            events.accept(new Progress(WRITING, 1, 3, "parts"));
            String efficient = plan.matchers().getFirst();
            List<Shortlist> shortlists =
                    new Shortlist.Search(
                                    folder.gallery(efficient), file.resolve(efficient), engines)
                            .of(best, DOZEN, events);
            steps.add(new DemoReport.Timed("pictures of this page", since(told)));
            var counts = new Counts(folder.rates(), plan.attacks());
            long asked = System.nanoTime();
            Optional<SystemReport> cloud = cloud(plan, file, attempts, events);
            cloud.ifPresent(_ -> steps.add(new DemoReport.Timed(ASKING, since(asked))));
            DemoReport report = report(counts, cloud, study, steps, begin);
            var material =
                    new Material(
                            report,
                            study,
                            counts,
                            engines.vectorFiles().read(folder.leak(res)),
                            attempts,
                            shortlists,
                            cloud,
                            Material.Known.of(models.basis(ShippedModels.RES)),
                            pictures);
            new Page(material).write(out.resolve(Page.FILE));
            report.write(out);
            events.accept(new Progress(WRITING, 3, 3, "parts"));
            return report;
        }
    }

    /// What a cloud would be asked, asked of a simulator; where the program knows the service.
    private Optional<SystemReport> cloud(
            StudyPlan plan,
            PlanFile file,
            List<Material.Attempt> attempts,
            Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        if (!SimulatedCloud.isPossible(engines)) {
            return Optional.empty();
        }
        var asked = DemoPlan.drawn(plan.attacks()).stream().map(attempts::get).toList();
        return Optional.of(
                new SimulatedCloud(
                                out.resolve(CLOUD),
                                out.resolve(DemoPlan.PEOPLE),
                                file.resolve(plan.matchers().getFirst()),
                                asked,
                                seed,
                                engines,
                                version)
                        .run(events));
    }

    private DemoReport report(
            Counts counts,
            Optional<SystemReport> cloud,
            StudyReport study,
            List<DemoReport.Timed> steps,
            long begin) {
        return new DemoReport(
                1,
                version,
                out.resolve(Page.FILE).toString(),
                out.resolve(CONTACT_SHEET).toString(),
                out.resolve(STUDY).toString(),
                people,
                DemoPlan.PHOTOS,
                targets,
                seed,
                ShippedModels.RES,
                counts.all(),
                cloud.map(DemoReport.Cloud::of),
                study.machine(),
                steps,
                since(begin));
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    /// The folder is this demo's from now on.
    private void claim(byte[] plan) throws WorkException, InterruptedException {
        Path file = out.resolve(PLAN);
        try {
            if (Files.exists(file)) {
                if (!Arrays.equals(Files.readAllBytes(file), plan)) {
                    throw new StoreException(
                            "%s holds a demo of other people, targets, seed or models."
                                    .formatted(out),
                            "Name another folder with --out, or delete this one.");
                }
                return;
            }
            refuseForeign();
        } catch (IOException e) {
            throw FileException.of("look into the folder", out, e);
        }
        WholeFile.write("write the plan", file, plan);
    }

    private void refuseForeign() throws IOException, StoreException {
        if (Files.notExists(out)) {
            return;
        }
        if (!Files.isDirectory(out)) {
            throw new StoreException(
                    "%s is a file, not a folder.".formatted(out), "Name a new folder with --out.");
        }
        try (var entries = Files.list(out)) {
            if (entries.anyMatch(e -> !String.valueOf(e.getFileName()).startsWith("."))) {
                throw new StoreException(
                        "%s is not empty and holds no demo.".formatted(out),
                        "Name a new folder with --out.");
            }
        }
    }
}
