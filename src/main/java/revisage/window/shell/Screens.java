package revisage.window.shell;

import javafx.scene.layout.Region;

import revisage.window.Chooser;
import revisage.window.Screen;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.window.cloud.CloudController;
import revisage.window.cloud.CloudModel;
import revisage.window.cloud.CloudReports;
import revisage.window.cloud.LeftJobs;
import revisage.window.export.ExportController;
import revisage.window.export.ExportModel;
import revisage.window.extractors.ExtractorNames;
import revisage.window.extractors.ExtractorsController;
import revisage.window.extractors.ExtractorsModel;
import revisage.window.gallery.GalleryController;
import revisage.window.gallery.GalleryModel;
import revisage.window.leak.LeakController;
import revisage.window.leak.LeakModel;
import revisage.window.leak.TruePhotos;
import revisage.window.lineup.LineupController;
import revisage.window.lineup.LineupModel;
import revisage.window.matches.MatchesController;
import revisage.window.matches.MatchesModel;
import revisage.window.reconstruct.Networks;
import revisage.window.reconstruct.ReconstructController;
import revisage.window.reconstruct.ReconstructModel;
import revisage.window.risk.RiskController;
import revisage.window.risk.RiskModel;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// All screens with their models, joined by hand: to see what depends on what, read the constructor
/// from top to bottom.
final class Screens {

    private final List<Step> steps;
    private final LeakModel leak;
    private final ExtractorsModel extractors;
    private final GalleryModel gallery;
    private final NewModels models;
    private Consumer<Region> card = _ -> {};
    private Runnable noCard = () -> {};

    /// A step of the rail.
    record Step(Screen screen, String icon, String title) {}

    /// @param networks that come with the program
    Screens(Workspace workspace, Chooser chooser, List<Path> networks) {
        Words words = workspace.words();
        extractors = new ExtractorsModel(workspace);
        leak = new LeakModel(workspace);
        gallery = new GalleryModel(workspace, extractors);
        var reconstruct = new ReconstructModel(workspace, leak, extractors);
        var trained = new Networks(workspace, extractors, networks);
        models = new NewModels(workspace, extractors, trained);
        var matches = new MatchesModel(workspace, leak, extractors, gallery, reconstruct);
        var risk = new RiskModel(workspace);
        var clouds = new CloudReports(workspace);
        var cloud = new CloudModel(workspace, reconstruct, clouds, new LeftJobs(workspace));
        var lineup = lineup(workspace);
        var names = new ExtractorNames(extractors);
        var export = new ExportModel(workspace, risk, reconstruct, names, clouds);
        var photos = new TruePhotos(workspace, leak);
        steps =
                List.of(
                        new Step(
                                new LeakController(leak, extractors, workspace, chooser),
                                "fth-database",
                                words.of("rail.leak")),
                        ofExtractors(workspace, chooser),
                        new Step(
                                new GalleryController(
                                        gallery, extractors, leak::people, workspace, chooser),
                                "fth-users",
                                words.of("rail.gallery")),
                        new Step(
                                new ReconstructController(
                                        reconstruct,
                                        leak,
                                        extractors,
                                        trained,
                                        photos,
                                        workspace,
                                        chooser),
                                "fth-aperture",
                                words.of("rail.reconstruct")),
                        new Step(
                                new MatchesController(matches, leak, photos, workspace),
                                "fth-search",
                                words.of("rail.matches")),
                        new Step(
                                new RiskController(risk, names, workspace),
                                "fth-bar-chart-2",
                                words.of("rail.risk")),
                        new Step(
                                new CloudController(cloud, workspace, chooser),
                                "fth-cloud",
                                words.of("rail.cloud")),
                        new Step(
                                new LineupController(lineup, workspace, chooser),
                                "fth-user-check",
                                words.of("rail.lineup")),
                        new Step(
                                new ExportController(export, workspace, chooser),
                                "fth-image",
                                words.of("rail.export")));
    }

    private Step ofExtractors(Workspace workspace, Chooser chooser) {
        return new Step(
                new ExtractorsController(
                        extractors,
                        workspace,
                        chooser,
                        node -> card.accept((Region) node),
                        () -> noCard.run(),
                        models::take),
                "fth-cpu",
                workspace.words().of("rail.extractors"));
    }

    private static LineupModel lineup(Workspace workspace) {
        return new LineupModel(
                workspace, (order, log, left) -> KioskWindow.open(workspace, order, log, left));
    }

    /// Where screens put a card that lies over the window.
    void onCard(Consumer<Region> shown, Runnable hidden) {
        card = shown;
        noCard = hidden;
    }

    /// Where models are brought that were dropped.
    NewModels models() {
        return models;
    }

    List<Step> steps() {
        return steps;
    }

    /// The first one if there is none of this name.
    Screen named(String name) {
        return steps.stream()
                .map(Step::screen)
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElse(steps.getFirst().screen());
    }

    String titleOf(Screen screen) {
        return steps.stream()
                .filter(s -> s.screen().name().equals(screen.name()))
                .map(Step::title)
                .findFirst()
                .orElse("");
    }

    LeakModel leak() {
        return leak;
    }

    ExtractorsModel extractors() {
        return extractors;
    }

    GalleryModel gallery() {
        return gallery;
    }
}
