package revisage.window.gallery;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import revisage.face.FaceImage;
import revisage.people.LabelledFolder;
import revisage.people.Portrait;
import revisage.project.Project;
import revisage.project.ProjectFile.GalleryEntry;
import revisage.store.GalleryFolder;
import revisage.store.PeopleFolder;
import revisage.store.StoredGallery;
import revisage.study.Enrolment;
import revisage.study.GalleryMaking;
import revisage.window.Jobs.Outcome;
import revisage.window.Problem;
import revisage.window.StepState;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.window.extractors.ExtractorNames;
import revisage.window.extractors.ExtractorsModel;
import revisage.work.Dice;
import revisage.work.Progress;
import revisage.work.WholeFile;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The galleries of the project. Touched by the screen's thread only.
public final class GalleryModel {

    private static final long NOBODY = Dice.seed(1, Dice.of("people of a gallery"));
    private static final int PHOTOS_EACH = 3;

    private final Workspace workspace;
    private final ExtractorsModel extractors;
    private final ObjectProperty<StepState> step = new SimpleObjectProperty<>(StepState.NOTHING);
    private final ObjectProperty<List<GalleryEntry>> entries =
            new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Shown>> shown =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Problem>> problem =
            new SimpleObjectProperty<>(Optional.empty());
    private final Map<Path, Shown> opened = new HashMap<>();
    private Optional<Path> wanted = Optional.empty();
    private int enrolling;

    /// A gallery that was opened.
    public record Shown(
            GalleryEntry entry, StoredGallery stored, Pictures pictures, PeopleSearch search) {}

    public GalleryModel(Workspace workspace, ExtractorsModel extractors) {
        this.workspace = workspace;
        this.extractors = extractors;
        workspace.projectProperty().subscribe(this::follow);
    }

    private void follow(Optional<Project> project) {
        List<GalleryEntry> now = project.map(p -> p.file().galleries()).orElse(List.of());
        if (now.equals(entries.get()) && project.isPresent()) {
            return;
        }
        entries.set(now);
        boolean still = wanted.isPresent() && now.stream().anyMatch(e -> wanted(e).equals(wanted));
        if (!still) {
            wanted = Optional.empty();
            shown.set(Optional.empty());
            problem.set(Optional.empty());
            if (!now.isEmpty()) {
                show(now.getFirst());
            }
        }
        stand();
    }

    private Optional<Path> wanted(GalleryEntry entry) {
        return Optional.of(workspace.project().resolve(entry.folder()));
    }

    private void stand() {
        Words words = workspace.words();
        if (enrolling > 0) {
            step.set(new StepState(StepState.Kind.RUNNING, words.of("gallery.enrolling")));
        } else if (problem.get().isPresent()) {
            step.set(new StepState(StepState.Kind.PROBLEM, words.of("gallery.broken")));
        } else if (entries.get().isEmpty()) {
            step.set(StepState.NOTHING);
        } else {
            step.set(
                    new StepState(
                            StepState.Kind.DONE,
                            shown.get()
                                    .map(
                                            s ->
                                                    words.of(
                                                            "gallery.people",
                                                            Words.count(
                                                                    s.stored()
                                                                            .gallery()
                                                                            .people()
                                                                            .size())))
                                    .orElse("")));
        }
    }

    /// Opens one to look at it.
    public void show(GalleryEntry entry) {
        Path folder = workspace.project().resolve(entry.folder());
        wanted = Optional.of(folder);
        problem.set(Optional.empty());
        load(folder, entry, outcome -> opened(folder, outcome));
    }

    /// Reads one, for whoever looks at its people elsewhere.
    ///
    /// @param got at once if it was read before; not called if it cannot be read
    public void load(GalleryEntry entry, Consumer<Shown> got) {
        Path folder = workspace.project().resolve(entry.folder());
        load(
                folder,
                entry,
                outcome -> {
                    if (outcome instanceof Outcome.Done<Shown>(Shown read)) {
                        got.accept(read);
                    }
                });
    }

    private void load(Path folder, GalleryEntry entry, Consumer<Outcome<Shown>> ended) {
        Optional<Shown> there = Optional.ofNullable(opened.get(folder));
        if (there.isPresent()) {
            ended.accept(new Outcome.Done<>(there.get()));
            return;
        }
        workspace
                .jobs()
                .light(
                        _ -> {
                            StoredGallery stored = GalleryFolder.read(folder);
                            return new Shown(
                                    entry,
                                    stored,
                                    new Pictures(workspace, stored),
                                    new PeopleSearch(stored.gallery()));
                        },
                        (Outcome<Shown> outcome) -> {
                            if (outcome instanceof Outcome.Done<Shown>(Shown now)) {
                                opened.put(folder, now);
                            }
                            ended.accept(outcome);
                        });
    }

    private void opened(Path folder, Outcome<Shown> outcome) {
        switch (outcome) {
            case Outcome.Done<Shown>(Shown now) -> {
                if (wanted.equals(Optional.of(folder))) {
                    shown.set(Optional.of(now));
                }
            }
            case Outcome.Stopped<Shown> _ -> {}
            case Outcome.Failed<Shown>(Problem p) -> {
                if (wanted.equals(Optional.of(folder))) {
                    shown.set(Optional.empty());
                    problem.set(Optional.of(p));
                }
            }
        }
        stand();
    }

    /// Makes a gallery from a labelled folder.
    public void enrol(Path images, ExtractorsModel.Entry extractor) {
        enrol(images, _ -> LabelledFolder.scan(images), extractor);
    }

    /// Makes a gallery of people who do not exist: somebody to be mistaken for.
    ///
    /// @param people how many, 1 or more
    public void enrolSynthetic(int people, ExtractorsModel.Entry extractor) {
        Path images = workspace.project().folder().resolve("synthetic-" + people);
        enrol(
                images,
                events -> {
                    new PeopleFolder(images, NOBODY, people, PHOTOS_EACH, FaceImage.SIDE)
                            .run(events);
                    return renamed(images);
                },
                extractor);
    }

    /// Other names than those of the demo's people and of `revisage people`: they are others.
    private static LabelledFolder renamed(Path images) throws WorkException, InterruptedException {
        var table = new StringBuilder("id,person\n");
        for (Portrait drawn : LabelledFolder.scan(images).portraits()) {
            String person = drawn.person().replaceFirst("^p", "other-");
            table.append(drawn.id()).append(',').append(person).append('\n');
        }
        WholeFile.write(
                "name the people",
                images.resolve(LabelledFolder.LABELS),
                half -> Files.writeString(half, table));
        return LabelledFolder.scan(images);
    }

    private void enrol(
            Path images, Work<Progress, LabelledFolder> people, ExtractorsModel.Entry extractor) {
        var engines = workspace.engines();
        var cutting = workspace.cutting();
        Project project = workspace.project();
        Path out = project.free("gallery-" + extractor.label().replaceAll("[^A-Za-z0-9._-]+", "-"));
        enrolling++;
        stand();
        workspace
                .tasks()
                .start(
                        workspace.words().of("gallery.task", extractor.label()),
                        events ->
                                GalleryMaking.usual(
                                                engines,
                                                people.run(events),
                                                cutting,
                                                extractor.file(),
                                                out)
                                        .run(events)
                                        .enrolled(),
                        (Outcome<Enrolment.Result> outcome) -> {
                            enrolling--;
                            enrolled(project, out, images, extractor, outcome);
                        });
    }

    private void enrolled(
            Project project,
            Path out,
            Path images,
            ExtractorsModel.Entry extractor,
            Outcome<Enrolment.Result> outcome) {
        boolean same =
                workspace.projectProperty().get().stream()
                        .anyMatch(p -> p.folder().equals(project.folder()));
        switch (outcome) {
            case Outcome.Done<Enrolment.Result>(Enrolment.Result r) -> {
                if (same) {
                    var entry =
                            new GalleryEntry(
                                    project.name(out),
                                    extractor.name(),
                                    Optional.of(project.name(images)));
                    workspace.note(f -> f.withGallery(entry));
                    show(entry);
                    workspace.tell(
                            workspace
                                    .words()
                                    .of(
                                            "gallery.enrolled",
                                            Words.count(r.enrolled()),
                                            Words.count(r.people())));
                }
            }
            case Outcome.Stopped<Enrolment.Result> _ -> {}
            case Outcome.Failed<Enrolment.Result>(Problem p) -> workspace.tell(p);
        }
        stand();
    }

    /// Forgets a gallery; its folder stays.
    public void forget(GalleryEntry entry) {
        workspace.edit(f -> f.withoutGallery(entry.folder()));
    }

    /// Takes in a gallery that was made elsewhere.
    public void add(Path folder) {
        extractors.entries().stream()
                .findFirst()
                .ifPresent(
                        e -> {
                            var entry =
                                    new GalleryEntry(
                                            workspace.project().name(folder),
                                            e.name(),
                                            Optional.empty());
                            workspace.edit(f -> f.withGallery(entry));
                            show(entry);
                        });
    }

    /// All of the project.
    public ReadOnlyObjectProperty<List<GalleryEntry>> entriesProperty() {
        return entries;
    }

    /// The one that is looked at.
    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown;
    }

    /// Why it cannot be looked at.
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem;
    }

    /// How the step stands.
    public ReadOnlyObjectProperty<StepState> stepProperty() {
        return step;
    }

    /// What a gallery is called: its matcher, and whom it shows where several have the same.
    public String nameOf(GalleryEntry entry) {
        String matcher =
                extractors
                        .named(entry.extractor())
                        .map(e -> ExtractorNames.of(e, extractors.entries()))
                        .orElse(Words.name(entry.extractor()));
        long alike =
                entries.get().stream().filter(e -> e.extractor().equals(entry.extractor())).count();
        return alike < 2
                ? matcher
                : matcher + ": " + Words.name(entry.images().orElse(entry.folder()));
    }

    /// Whether a gallery's matcher is the attacked extractor itself.
    public boolean sameModel(GalleryEntry entry) {
        return workspace.projectProperty().get().stream()
                .anyMatch(p -> p.file().attacked().equals(Optional.of(entry.extractor())));
    }
}
