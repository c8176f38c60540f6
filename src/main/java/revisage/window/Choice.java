package revisage.window;

import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// One of a list. Only a person chooses: a list that is filled, or a value that is shown, tells
/// nobody.
public final class Choice<T> {

    private final ComboBox<T> box;
    private boolean filling;

    /// @param name of a value, as it is listed
    /// @param chosen by a person
    public Choice(ComboBox<T> box, Function<T, String> name, Consumer<? super T> chosen) {
        this.box = box;
        box.setConverter(new Named<>(name));
        box.valueProperty()
                .subscribe(
                        value -> {
                            if (value != null && !filling) {
                                chosen.accept(value);
                            }
                        });
    }

    /// Lists these and shows one of them; nothing if it is not among them.
    public void offer(List<T> all, Optional<T> now) {
        filling = true;
        if (!box.getItems().equals(all)) {
            box.setItems(FXCollections.observableArrayList(all));
        }
        @Nullable T shown = now.filter(all::contains).orElse(null);
        if (!Objects.equals(box.getValue(), shown)) {
            box.setValue(shown);
        }
        filling = false;
    }

    /// What is shown.
    public Optional<T> value() {
        return Optional.ofNullable(box.getValue());
    }
}
