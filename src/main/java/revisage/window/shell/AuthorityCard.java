package revisage.window.shell;

import atlantafx.base.theme.Styles;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import revisage.project.ProjectFile.Authority;
import revisage.window.Words;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/// Asked once a project: what allows you to work on these data?
final class AuthorityCard extends VBox {

    private final ToggleGroup answers = new ToggleGroup();

    AuthorityCard(Words words, Consumer<Authority> answered) {
        getStyleClass().addAll("over-card", "authority");
        setId("authority");
        setSpacing(12);
        var title = new Label(words.of("authority.title"));
        title.getStyleClass().add("panel-title");
        var why = new Label(words.of("authority.why"));
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(title, why);
        for (String key :
                List.of(
                        "authority.own",
                        "authority.consent",
                        "authority.research",
                        "authority.mandate")) {
            var button = new RadioButton(words.of(key));
            button.setToggleGroup(answers);
            button.setWrapText(true);
            button.setUserData(key.replaceFirst("^authority\\.", ""));
            button.setId(key.replace('.', '-'));
            getChildren().add(button);
        }
        var remark = new TextField();
        remark.setPromptText(words.of("authority.remark"));
        remark.setAccessibleText(words.of("authority.remark"));
        var go = new Button(words.of("authority.go"));
        go.getStyleClass().add(Styles.ACCENT);
        go.setDefaultButton(true);
        go.setId("authority-go");
        go.disableProperty().bind(answers.selectedToggleProperty().isNull());
        go.setOnAction(
                _ ->
                        answered.accept(
                                new Authority(
                                        String.valueOf(answers.getSelectedToggle().getUserData()),
                                        remark.getText(),
                                        LocalDate.now(ZoneId.systemDefault()).toString())));
        getChildren().addAll(remark, go);
    }
}
