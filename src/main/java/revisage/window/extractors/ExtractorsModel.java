package revisage.window.extractors;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import revisage.extract.CardFiles;
import revisage.extract.DeviceChoice;
import revisage.extract.ModelCard;
import revisage.extract.ModelOutline;
import revisage.extract.UsualInputs;
import revisage.face.FaceImage;
import revisage.people.LabelledFolder;
import revisage.people.synthetic.SyntheticPeople;
import revisage.project.Project;
import revisage.study.ExtractorProbe;
import revisage.study.ExtractorTrial;
import revisage.study.KnownFaces;
import revisage.study.ModelDraft;
import revisage.window.Jobs.Outcome;
import revisage.window.Problem;
import revisage.window.StepState;
import revisage.window.Task;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.work.Dice;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The extractors of the project. Touched by the screen's thread only.
public final class ExtractorsModel {

    private static final long NOBODY = Dice.seed(1, Dice.of("face of an extractor's input"));

    private final Workspace workspace;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObjectProperty<StepState> step = new SimpleObjectProperty<>(StepState.NOTHING);
    private final Set<String> brought = new HashSet<>();
    private Consumer<Entry> cardless = _ -> {};
    private int trials;

    /// An extractor as far as it is known.
    ///
    /// @param name in the project
    /// @param attacked whether the vectors came from it
    /// @param card what it is; empty until it was read, or where there is none
    /// @param outline what its file says
    /// @param problem why it cannot be used
    /// @param trial how it ran here
    public record Entry(
            String name,
            Path file,
            boolean attacked,
            Optional<ModelCard> card,
            Optional<ModelOutline> outline,
            Optional<Problem> problem,
            Optional<ExtractorTrial.Result> trial) {

        /// For lists and charts.
        public String label() {
            return card.map(ModelCard::name).orElse(Words.name(name));
        }
    }

    private final ObjectProperty<Optional<FaceImage>> sample =
            new SimpleObjectProperty<>(Optional.empty());

    public ExtractorsModel(Workspace workspace) {
        this.workspace = workspace;
        workspace.projectProperty().subscribe(this::follow);
    }

    /// In the order they were added.
    public ObservableList<Entry> entries() {
        return entries;
    }

    /// How the step stands.
    public ReadOnlyObjectProperty<StepState> stepProperty() {
        return step;
    }

    /// The one that the vectors came from, if it is known and its card was read.
    public Optional<Entry> attacked() {
        return entries.stream().filter(Entry::attacked).findFirst();
    }

    /// A face of nobody on which preprocessing is shown; empty until it was asked for and drawn.
    public ReadOnlyObjectProperty<Optional<FaceImage>> sampleProperty() {
        return sample;
    }

    /// Has the face drawn, if it is not there.
    public void drawSample() {
        if (sample.get().isPresent()) {
            return;
        }
        workspace
                .jobs()
                .light(
                        _ -> new SyntheticPeople(NOBODY).portrait(0, 0),
                        (Outcome<FaceImage> outcome) -> {
                            if (outcome instanceof Outcome.Done<FaceImage>(var face)
                                    && sample.get().isEmpty()) {
                                sample.set(Optional.of(face));
                            }
                        });
    }

    /// By its name in the project.
    public Optional<Entry> named(String name) {
        return entries.stream().filter(e -> e.name().equals(name)).findFirst();
    }

    private void follow(Optional<Project> project) {
        List<String> wanted = project.map(p -> p.file().extractors()).orElse(List.of());
        Optional<String> attacked = project.flatMap(p -> p.file().attacked());
        entries.removeIf(
                e ->
                        !wanted.contains(e.name())
                                || project.stream().noneMatch(p -> file(p, e).equals(e.file())));
        project.ifPresent(
                p ->
                        wanted.stream()
                                .filter(n -> named(n).isEmpty())
                                .forEach(
                                        n -> {
                                            entries.add(fresh(n, p.resolve(n)));
                                            look(n);
                                        }));
        entries.replaceAll(
                e ->
                        new Entry(
                                e.name(),
                                e.file(),
                                attacked.equals(Optional.of(e.name())),
                                e.card(),
                                e.outline(),
                                e.problem(),
                                e.trial()));
        stand();
    }

    private static Path file(Project project, Entry entry) {
        return project.resolve(entry.name());
    }

    private static Entry fresh(String name, Path file) {
        return new Entry(
                name,
                file,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private record Looked(ModelOutline outline, Optional<ModelCard> card) {}

    private void look(String name) {
        Path file = workspace.project().resolve(name);
        workspace
                .jobs()
                .light(
                        _ -> {
                            ModelOutline outline = workspace.engines().extractors().inspect(file);
                            Optional<ModelCard> card = card(file, outline.sha256());
                            if (card.isEmpty()) {
                                var _ = UsualInputs.of(outline); // what takes no picture is refused
                            }
                            return new Looked(outline, card);
                        },
                        (Outcome<Looked> outcome) -> {
                            switch (outcome) {
                                case Outcome.Done<Looked>(Looked l) -> {
                                    change(name, e -> looked(e, l));
                                    tellIfCardless(name);
                                }
                                case Outcome.Stopped<Looked> _ -> {}
                                case Outcome.Failed<Looked>(Problem problem) ->
                                        change(name, e -> broken(e, problem));
                            }
                        });
    }

    /// One that was just brought, and whose card is to be found out.
    private void tellIfCardless(String name) {
        if (brought.remove(name)) {
            named(name).filter(e -> e.card().isEmpty()).ifPresent(cardless);
        }
    }

    /// @param told of an extractor that was just added and has no card
    void onCardless(Consumer<Entry> told) {
        cardless = told;
    }

    private static Optional<ModelCard> card(Path file, String sha256) throws WorkException {
        Path beside = CardFiles.beside(file);
        Optional<ModelCard> there =
                Files.exists(beside)
                        ? Optional.of(CardFiles.read(beside)).filter(c -> c.sha256().equals(sha256))
                        : Optional.empty();
        return there.isPresent() ? there : CardFiles.known(sha256);
    }

    private static Entry looked(Entry e, Looked l) {
        return new Entry(
                e.name(),
                e.file(),
                e.attacked(),
                l.card(),
                Optional.of(l.outline()),
                Optional.empty(),
                e.trial());
    }

    private static Entry broken(Entry e, Problem problem) {
        return new Entry(
                e.name(),
                e.file(),
                e.attacked(),
                e.card(),
                e.outline(),
                Optional.of(problem),
                e.trial());
    }

    private void change(String name, UnaryOperator<Entry> how) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).name().equals(name)) {
                entries.set(i, how.apply(entries.get(i)));
            }
        }
        stand();
    }

    private void stand() {
        Words words = workspace.words();
        if (entries.isEmpty()) {
            step.set(StepState.NOTHING);
        } else if (trials > 0) {
            step.set(new StepState(StepState.Kind.RUNNING, words.of("extractors.trying")));
        } else if (entries.stream().anyMatch(e -> e.problem().isPresent())) {
            step.set(new StepState(StepState.Kind.PROBLEM, words.of("extractors.broken")));
        } else if (entries.stream().anyMatch(e -> e.outline().isPresent() && e.card().isEmpty())) {
            step.set(new StepState(StepState.Kind.READY, words.of("extractors.cardless")));
        } else {
            step.set(
                    new StepState(
                            StepState.Kind.DONE,
                            words.of("extractors.count", Words.count(entries.size()))));
        }
    }

    /// One more.
    public void add(Path onnx) {
        String name = workspace.project().name(onnx);
        if (named(name).isEmpty()) {
            brought.add(name);
        }
        workspace.edit(f -> f.withExtractor(name));
    }

    /// One less, in this project; its file stays.
    public void remove(Entry entry) {
        workspace.edit(f -> f.withoutExtractor(entry.name()));
    }

    /// The vectors came from this one.
    public void attack(Entry entry) {
        workspace.edit(f -> f.withAttacked(entry.name()));
    }

    /// Does it work here, and how fast?
    public void trial(Entry entry) {
        trials++;
        stand();
        workspace
                .tasks()
                .start(
                        workspace.words().of("extractors.task.trial", entry.label()),
                        new ExtractorTrial(
                                workspace.engines().extractors(), entry.file(), DeviceChoice.AUTO),
                        outcome -> {
                            trials--;
                            switch (outcome) {
                                case Outcome.Done<ExtractorTrial.Result>(var result) ->
                                        change(entry.name(), e -> tried(e, result));
                                case Outcome.Stopped<ExtractorTrial.Result> _ -> stand();
                                case Outcome.Failed<ExtractorTrial.Result>(Problem problem) ->
                                        change(entry.name(), e -> broken(e, problem));
                            }
                        });
    }

    private static Entry tried(Entry e, ExtractorTrial.Result result) {
        return new Entry(
                e.name(),
                e.file(),
                e.attacked(),
                e.card(),
                e.outline(),
                Optional.empty(),
                Optional.of(result));
    }

    /// Finds out how it wants its faces.
    ///
    /// @param images labelled faces; without, the answer is a guess
    /// @param ended told what was found; nothing is written yet
    /// @return what is going on
    public Task probe(
            Entry entry, Optional<Path> images, Consumer<Outcome<ExtractorProbe.Finding>> ended) {
        var engines = workspace.engines();
        var cutting = workspace.cutting();
        return workspace
                .tasks()
                .start(
                        workspace.words().of("extractors.task.probe", entry.label()),
                        events -> {
                            ModelOutline outline = engines.extractors().inspect(entry.file());
                            var draft =
                                    new ModelDraft(
                                            entry.file(),
                                            outline,
                                            entry.card(),
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty());
                            Optional<KnownFaces> known = Optional.empty();
                            if (images.isPresent()) {
                                try (var reader = cutting.open(engines)) {
                                    known =
                                            Optional.of(
                                                    KnownFaces.draw(
                                                            LabelledFolder.scan(images.get()),
                                                            reader.reader(),
                                                            1));
                                }
                            }
                            return new ExtractorProbe(
                                            engines.extractors(),
                                            entry.file(),
                                            DeviceChoice.AUTO,
                                            draft.card(),
                                            draft.candidates(),
                                            known)
                                    .run(events);
                        },
                        ended);
    }

    /// Writes the card beside the model.
    public void keep(Entry entry, ModelCard card) {
        workspace
                .jobs()
                .light(
                        _ -> {
                            CardFiles.write(card, CardFiles.beside(entry.file()));
                            return card;
                        },
                        (Outcome<ModelCard> outcome) -> {
                            switch (outcome) {
                                case Outcome.Done<ModelCard> _ -> look(entry.name());
                                case Outcome.Stopped<ModelCard> _ -> {}
                                case Outcome.Failed<ModelCard>(Problem problem) ->
                                        workspace.tell(problem);
                            }
                        });
    }
}
