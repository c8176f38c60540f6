package revisage.window.reconstruct;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import revisage.extract.ModelCard;
import revisage.extract.ModelException;
import revisage.project.ProjectFile.NetworkEntry;
import revisage.reconstruct.GeneratorCard;
import revisage.reconstruct.GeneratorCards;
import revisage.study.NetworkAttack;
import revisage.window.Jobs.Outcome;
import revisage.window.Latest;
import revisage.window.Problem;
import revisage.window.Workspace;
import revisage.window.extractors.ExtractorsModel;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The trained networks that make faces from the attacked extractor's vectors: those that come with
/// the program, and one of the user's. Touched by the screen's thread only.
public final class Networks {

    private final ExtractorsModel extractors;
    private final List<Path> shipped;
    private final Latest reading;
    private final Latest choosing;
    private final ObjectProperty<List<Offer>> fitting = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Offer>> own =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Problem>> refused =
            new SimpleObjectProperty<>(Optional.empty());
    private Optional<ModelCard> attacked = Optional.empty();

    /// A network that can be used.
    ///
    /// @param file its card lies beside it
    record Offer(Path file, GeneratorCard card) {

        /// How a project names it.
        NetworkEntry entry(Workspace workspace) {
            return new NetworkEntry(workspace.project().name(file), card.methodName());
        }
    }

    /// @param shipped come with the program, for whatever extractor
    public Networks(Workspace workspace, ExtractorsModel extractors, List<Path> shipped) {
        this.extractors = extractors;
        this.shipped = List.copyOf(shipped);
        this.reading = new Latest(workspace.jobs());
        this.choosing = new Latest(workspace.jobs());
        workspace.projectProperty().subscribe(_ -> follow());
        extractors.entries().subscribe(this::follow); // a card may come late
    }

    private void follow() {
        Optional<ModelCard> now = extractors.attacked().flatMap(ExtractorsModel.Entry::card);
        if (now.equals(attacked)) {
            return;
        }
        attacked = now;
        own.set(Optional.empty());
        refused.set(Optional.empty());
        if (now.isEmpty()) {
            fitting.set(List.of());
            return;
        }
        reading.ask(
                _ -> fitting(now.get()),
                (Outcome<List<Offer>> outcome) -> {
                    if (outcome instanceof Outcome.Done<List<Offer>>(var found)) {
                        fitting.set(found);
                    }
                });
    }

    private List<Offer> fitting(ModelCard extractor) throws WorkException {
        var found = new ArrayList<Offer>();
        for (Path file : shipped) {
            GeneratorCard card = GeneratorCards.beside(file);
            if (card.extractor().sha256().equals(extractor.sha256())) {
                found.add(new Offer(file, card));
            }
        }
        return found;
    }

    /// Takes a network of the user's, if its card says that it was trained for this extractor.
    void choose(Path file) {
        choose(file, _ -> {});
    }

    /// The same, from outside of the screen.
    ///
    /// @param told its name, if it was taken; what is refused is told by the screen
    public void choose(Path file, Consumer<String> told) {
        Optional<ModelCard> extractor = attacked;
        own.set(Optional.empty());
        refused.set(Optional.empty());
        choosing.ask(
                _ -> checked(file, extractor),
                (Outcome<Offer> outcome) -> {
                    switch (outcome) {
                        case Outcome.Done<Offer>(Offer offer) -> {
                            own.set(Optional.of(offer));
                            told.accept(offer.card().name());
                        }
                        case Outcome.Stopped<Offer> _ -> {}
                        case Outcome.Failed<Offer>(Problem p) -> refused.set(Optional.of(p));
                    }
                });
    }

    private static Offer checked(Path file, Optional<ModelCard> extractor) throws WorkException {
        GeneratorCard card = GeneratorCards.beside(file);
        if (extractor.isEmpty()) {
            throw new ModelException(
                    "It is not known which extractor the vectors came from.",
                    "Say so on the screen Extractors first.");
        }
        NetworkAttack.requireFit(file, card, extractor.get());
        return new Offer(file, card);
    }

    /// Those of the program that fit.
    ReadOnlyObjectProperty<List<Offer>> fittingProperty() {
        return fitting;
    }

    /// The user's.
    ReadOnlyObjectProperty<Optional<Offer>> ownProperty() {
        return own;
    }

    /// Why the user's cannot be used.
    ReadOnlyObjectProperty<Optional<Problem>> refusedProperty() {
        return refused;
    }
}
