package revisage.window.extractors;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import revisage.extract.ModelCard;
import revisage.extract.ModelNames;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        names.set(among(extractors.entries()));
    }

    private static Map<String, String> among(List<ExtractorsModel.Entry> entries) {
        var names = new LinkedHashMap<String, String>();
        entries.stream()
                .flatMap(e -> e.card().stream())
                .forEach(c -> names.put(c.sha256(), c.name()));
        return ModelNames.apart(names);
    }

    /// What one is called in lists: unlike the others.
    ///
    /// @param others it may be among them
    public static String of(ExtractorsModel.Entry entry, List<ExtractorsModel.Entry> others) {
        return entry.card()
                .flatMap(c -> Optional.ofNullable(among(others).get(c.sha256())))
                .orElse(entry.label());
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
