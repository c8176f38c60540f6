package revisage.window;

import javafx.beans.property.ReadOnlyObjectProperty;

import java.util.List;

/// One step of the work, as the rail leads to it.
public interface Screen {

    /// What it shows.
    ScreenView view();

    /// Its name among files and keys, for example `leak`.
    default String name() {
        return view().name();
    }

    /// How it stands.
    default ReadOnlyObjectProperty<StepState> step() {
        return view().step();
    }

    /// It has come to the front.
    default void shown() {}

    /// Does what it is for, once, with what is chosen: the walk-through shows it so.
    default void begin() {}

    /// What can be done here.
    default List<Command> commands() {
        return List.of();
    }
}
