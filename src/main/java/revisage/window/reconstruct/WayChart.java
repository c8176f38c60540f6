package revisage.window.reconstruct;

import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import revisage.chart.ChartSpec;
import revisage.window.ChartPane;
import revisage.window.Jobs.Outcome;
import revisage.window.Latest;
import revisage.window.Words;
import revisage.window.Workspace;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;

/// Cosine over queries as it rises: curve and picture are made away from the screen.
final class WayChart extends VBox {

    private final Words words;
    private final Latest figures;
    private final ChartPane chart = new ChartPane();

    WayChart(Workspace workspace) {
        words = workspace.words();
        figures = new Latest(workspace.jobs());
        chart.install(workspace);
        chart.setTips(
                s ->
                        words.of(
                                "reconstruct.tip",
                                s.series(),
                                Words.count(Math.round(s.point().x())),
                                Words.share(s.point().y())));
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().add(chart);
    }

    /// @param with another run to be compared
    /// @param label of a run
    void show(Run run, int row, Optional<Run> with, Function<Run, String> label) {
        String name = words.of("reconstruct.curve.target");
        String mean = words.of("reconstruct.curve.mean", Words.count(run.rows().size()));
        Optional<String> other = with.map(label);
        String none =
                run.entry().asks() ? "reconstruct.chart.none" : "reconstruct.chart.asksnothing";
        figures.ask(
                _ -> {
                    var ways = new ArrayList<Ways.Way>();
                    run.live().of(row).ifPresent(s -> ways.add(new Ways.Way(name, s.marks())));
                    ways.add(new Ways.Way(mean, Ways.mean(run.live().all())));
                    with.flatMap(r -> r.live().of(row))
                            .ifPresent(s -> ways.add(new Ways.Way(other.orElseThrow(), s.marks())));
                    return Ways.figure(ways);
                },
                (Outcome<Optional<ChartSpec>> outcome) -> {
                    if (outcome instanceof Outcome.Done<Optional<ChartSpec>>(var figure)) {
                        figure.ifPresentOrElse(chart::setFigure, () -> chart.clear(words.of(none)));
                    }
                });
    }
}
