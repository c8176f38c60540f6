package revisage.window.shell;

import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import revisage.window.Command;
import revisage.window.Words;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Everything that can be done, by name.
final class Palette extends VBox {

    private final TextField search = new TextField();
    private final ListView<Command> list;
    private final Runnable close;

    Palette(List<Command> commands, Words words, Runnable close) {
        this.close = close;
        getStyleClass().addAll("over-card", "palette");
        var possible =
                new FilteredList<>(
                        FXCollections.observableArrayList(
                                commands.stream()
                                        .filter(c -> c.possible().getAsBoolean())
                                        .toList()));
        list = new ListView<>(possible);
        list.setId("palette-list");
        list.setFocusTraversable(false); // the arrow keys move it from the search
        list.setAccessibleText(words.of("command.palette"));
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(new Label(words.of("palette.none")));
        list.getStyleClass().add("palette-list");
        list.setOnMouseClicked(_ -> run());
        search.setId("palette-search");
        search.setPromptText(words.of("palette.prompt"));
        search.setAccessibleText(words.of("palette.prompt"));
        search.textProperty()
                .subscribe(
                        text -> {
                            possible.setPredicate(c -> matches(c.name(), text));
                            list.getSelectionModel().selectFirst();
                        });
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setPrefHeight(380);
        getChildren().addAll(search, list);
        setSpacing(8);
    }

    @Override
    public void requestFocus() {
        search.requestFocus();
    }

    /// Every word of the question begins a word of the name, or is part of it.
    private static boolean matches(String name, String question) {
        String all = name.toLowerCase(Locale.ROOT);
        return Stream.of(question.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .allMatch(all::contains);
    }

    private void key(KeyEvent e) {
        switch (e.getCode()) {
            case KeyCode.DOWN -> list.getSelectionModel().selectNext();
            case KeyCode.UP -> list.getSelectionModel().selectPrevious();
            case KeyCode.ENTER -> run();
            default -> {
                return;
            }
        }
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        e.consume();
    }

    private void run() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close.run();
            chosen.run().run();
        }
    }

    private static final class Cell extends ListCell<Command> {

        private final Label name = new Label();
        private final Label keys = new Label();
        private final HBox row = new HBox(12);

        Cell() {
            keys.getStyleClass().add("keys");
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            row.getChildren().addAll(name, gap, keys);
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            name.setText(command.name());
            keys.setText(command.keys().isEmpty() ? "" : command.combination().getDisplayText());
            keys.setVisible(!command.keys().isEmpty());
            setGraphic(row);
        }
    }
}
