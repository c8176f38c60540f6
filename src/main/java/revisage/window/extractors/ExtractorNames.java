package revisage.window.extractors;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import revisage.extract.ModelCard;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the project's extractors are called, for figures. Touched by the screen's thread only.
public final class ExtractorNames {

    private final ExtractorsModel extractors;
    private final ObjectProperty<Map<String, String>> names = new SimpleObjectProperty<>(Map.of());

    public ExtractorNames(ExtractorsModel extractors) {
        this.extractors = extractors;
        extractors.entries().subscribe(this::look);
        look();
    }

    private void look() {
        names.set(
                extractors.entries().stream()
                        .flatMap(e -> e.card().stream())
                        .collect(
                                Collectors.toMap(ModelCard::sha256, ModelCard::name, (a, _) -> a)));
    }

    /// By SHA-256, of those whose cards were read.
    public ReadOnlyObjectProperty<Map<String, String>> bySha256() {
        return names;
    }

    /// The SHA-256 of the project's extractor of this name; empty until its card was read.
    public Optional<String> hashOf(String extractor) {
        return extractors
                .named(extractor)
                .flatMap(ExtractorsModel.Entry::card)
                .map(ModelCard::sha256);
    }
}
