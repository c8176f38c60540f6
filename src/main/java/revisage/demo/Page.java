package revisage.demo;

import com.samskivert.mustache.Mustache;

import revisage.chart.Figure;
import revisage.chart.FigureFormat;
import revisage.chart.Width;
import revisage.demo.DemoReport.Method;
import revisage.demo.DemoReport.Rate;
import revisage.demo.DemoReport.UnderMatcher;
import revisage.study.SystemFigures;
import revisage.study.SystemReport;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The page that tells the demo to a layman: one HTML file (well-formed XML too) with all pictures
/// in it, without scripts.
///
/// @param material what it tells
record Page(Material material) {

    static final String FILE = "demo.html";

    private static final int STORIES = 2;
    private static final int COMPARED = 4;
    private static final int FIGURES = 8;

    /// One picture with words below it.
    record Stage(String name, String image, String likeness) {}

    /// @param stages from the cheapest attack on
    record Story(String photo, List<Stage> stages) {}

    /// @param place 1 is the most alike
    record Suggested(int place, String photo, boolean right) {}

    /// @param number of the target, from 1
    record Search(
            int number,
            String photo,
            String estimate,
            String likeness,
            List<Suggested> suggestions,
            boolean hit,
            String verdict) {}

    record Cell(String found, String interval) {}

    /// @param chief the row that the page tells of
    /// @param apart no reconstruction, to hold against
    record Row(String name, String likeness, List<Cell> cells, boolean chief, boolean apart) {}

    /// @param main over the whole width, where there is room
    record Chart(String title, String caption, boolean main, String wide, String narrow) {}

    /// Writes the file whole or not at all.
    void write(Path file) throws WorkException, InterruptedException {
        String html = html();
        WholeFile.write("write the page", file, half -> Files.writeString(half, html));
    }

    String html() throws WorkException, InterruptedException {
        var words = new HashMap<String, Object>();
        opening(words);
        stories(words);
        methods(words);
        searches(words);
        rates(words);
        cloud(words);
        words.putAll(new Colophon(material).words());
        return Mustache.compiler().compile(template()).execute(words);
    }

    private static String template() {
        try (InputStream in = Page.class.getResourceAsStream("page.html")) {
            if (in == null) {
                throw new IllegalStateException("the program was built without its page");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own file cannot be read", e);
        }
    }

    private UnderMatcher told() {
        return material.report().results().getFirst();
    }

    private void opening(Map<String, Object> words) throws WorkException, InterruptedException {
        DemoReport report = material.report();
        words.put("version", report.version());
        words.put("targets", report.targets());
        words.put("people", String.format(Locale.ROOT, "%,d", report.people()));
        words.put("photos", report.photos());
        words.put("dimension", material.leak().dimension());
        words.put("extractor", report.extractor());
        words.put("matcher", told().matcher());
        words.put("differs", !told().sameModel());
        words.put("publicFaces", material.known().faces());
        words.put("components", material.known().components());
        words.put("shared", String.format(Locale.ROOT, "%,d", material.known().queries()));
        words.put("headline", tile(told().best().at(DemoPlan.HEADLINE)));
        words.put("first", tile(told().best().at(1)));
        words.put("sentence", report.sentence());
        float[] vector = material.leak().row(0);
        words.put(
                "hero",
                Map.of(
                        "photo",
                        material.pictures().photograph(best().rows().getFirst().id()),
                        "estimate",
                        material.pictures().estimate(best().picture(0)),
                        "strip",
                        Strip.of(vector),
                        "numbers",
                        Strip.figures(vector, FIGURES)));
    }

    private static Map<String, Object> tile(Rate rate) {
        return Map.of(
                "k", rate.k(),
                "found", rate.found(),
                "low", rate.low(),
                "high", rate.high(),
                "chance", DemoReport.few(rate.chance()));
    }

    private Material.Attempt best() {
        return material.attempts().getLast();
    }

    private static String likeness(double cosine) {
        return String.format(Locale.ROOT, "%.2f", cosine);
    }

    private void stories(Map<String, Object> words) throws WorkException, InterruptedException {
        List<Material.Attempt> searches =
                material.attempts().stream().filter(Material.Attempt::searched).toList();
        List<Story> stories = stories(searches, STORIES);
        words.put("stories", stories);
        words.put(
                "storyWords",
                stories.size() == 1
                        ? "This is the first target of the draw."
                        : "These are the first two targets of the draw.");
        words.put("stageColumns", searches.size() + 1);
        words.put("most", best().rows().stream().mapToLong(r -> r.queries()).max().orElse(0));
    }

    /// The first targets, each as several attempts saw it.
    private List<Story> stories(List<Material.Attempt> attempts, int most)
            throws WorkException, InterruptedException {
        boolean several = attempts.stream().anyMatch(a -> !a.searched());
        var stories = new ArrayList<Story>();
        for (int target = 0; target < Math.min(most, best().rows().size()); target++) {
            var stages = new ArrayList<Stage>();
            for (Material.Attempt attempt : attempts) {
                stages.add(
                        new Stage(
                                several && attempt.searched()
                                        ? "Eigenfaces, " + attempt.name()
                                        : attempt.name(),
                                material.pictures().estimate(attempt.picture(target)),
                                likeness(attempt.rows().get(target).cosine())));
            }
            String photo = material.pictures().photograph(best().rows().get(target).id());
            stories.add(new Story(photo, stages));
        }
        return stories;
    }

    /// The same targets by every method.
    private void methods(Map<String, Object> words) throws WorkException, InterruptedException {
        var methods =
                new ArrayList<>(material.attempts().stream().filter(a -> !a.searched()).toList());
        words.put("networks", !methods.isEmpty());
        methods.add(best());
        words.put("methodStories", stories(methods, COMPARED));
        words.put("methodColumns", methods.size() + 1);
        words.put("methodCount", methods.size());
    }

    private void searches(Map<String, Object> words) throws WorkException, InterruptedException {
        var searches = new ArrayList<Search>();
        List<Shortlist> lists = material.shortlists();
        for (int i = 0; i < lists.size(); i++) {
            Shortlist list = lists.get(i);
            var suggested = new ArrayList<Suggested>();
            for (Shortlist.Suggestion s : list.first()) {
                String photo = material.pictures().photograph(s.photo());
                suggested.add(new Suggested(suggested.size() + 1, photo, s.right()));
            }
            searches.add(
                    new Search(
                            i + 1,
                            material.pictures().photograph(list.target()),
                            material.pictures().estimate(best().picture(i)),
                            likeness(best().rows().get(i).cosine()),
                            suggested,
                            list.place() <= Shortlist.SHOWN,
                            verdict(list.place())));
        }
        words.put("searches", searches);
        words.put("searchCount", searches.size());
        words.put("shown", Shortlist.SHOWN);
        words.put("tally", tally(lists));
    }

    private String verdict(int place) {
        if (place == 1) {
            return "The right person comes first.";
        }
        return place <= Shortlist.SHOWN
                ? "The right person is in place %d.".formatted(place)
                : String.format(
                        Locale.ROOT,
                        "The right person is in place %,d of %,d.",
                        place,
                        material.report().people());
    }

    private static String tally(List<Shortlist> lists) {
        long first = lists.stream().filter(l -> l.place() == 1).count();
        long shown = lists.stream().filter(l -> l.place() <= Shortlist.SHOWN).count();
        return "Of these %d, %d put the right person first, %d more among the %d shown, and %d missed."
                .formatted(
                        lists.size(), first, shown - first, Shortlist.SHOWN, lists.size() - shown);
    }

    private void rates(Map<String, Object> words) {
        int targets = material.report().targets();
        words.put(
                "heads",
                DemoPlan.TOLD.stream()
                        .map(k -> k == 1 ? "in first place" : "among " + k + " suggestions")
                        .map(head -> head + ", of " + targets)
                        .toList());
        words.put("rows", rows(told(), true));
        words.put(
                "sameModel",
                material.report().results().stream()
                        .skip(1)
                        .filter(UnderMatcher::sameModel)
                        .map(m -> Map.of("name", m.matcher(), "rows", rows(m, false)))
                        .toList());
        var figures = new DemoFigures(material.counts(), material.report().people());
        words.put(
                "charts",
                List.of(
                        chart(
                                "Over the number of questions.",
                                "Share of the targets found again (upwards) over the questions"
                                        + " about each face that the leaked system’s recogniser"
                                        + " answered. The band is the 95 %% interval of ‘among %d’, the"
                                                .formatted(DemoPlan.HEADLINE)
                                        + " dotted line blind guessing.",
                                true,
                                figures.overQuestions()),
                        chart(
                                "Over the length of the list.",
                                "Share found (upwards) over the number of people suggested, K, in"
                                        + " the whole gallery. The band belongs to %s."
                                                .formatted(told().best().name()),
                                false,
                                figures.overK()),
                        chart(
                                "Over the size of the gallery.",
                                "Share found among %d suggestions (upwards) over the number of"
                                                .formatted(DemoPlan.HEADLINE)
                                        + " people in the gallery, N. The band belongs to %s."
                                                .formatted(told().best().name()),
                                false,
                                figures.overPeople())));
        long networks = material.attempts().stream().filter(a -> !a.searched()).count();
        Rate without = told().methods().get((int) networks).at(DemoPlan.HEADLINE);
        words.put(
                "withoutQuestions",
                "Even without one question about a face, %d of %d are among %d suggestions."
                        .formatted(without.found(), targets, without.k()));
    }

    /// What a simulated cloud says, as one thing that may be missing.
    private void cloud(Map<String, Object> words) {
        words.put(
                "cloud",
                material.cloud().stream()
                        .map(
                                report -> {
                                    var told = DemoReport.Cloud.of(report);
                                    return Map.of(
                                            "service",
                                            told.service(),
                                            "people",
                                            told.people(),
                                            "k",
                                            told.k(),
                                            "threshold",
                                            "%.0f".formatted(told.threshold()),
                                            "calls",
                                            String.format(Locale.ROOT, "%,d", told.calls()),
                                            "behind",
                                            told().matcher(),
                                            "methods",
                                            told.methods().stream().map(Page::cloudRow).toList(),
                                            "bars",
                                            bars(report));
                                })
                        .toList());
    }

    private static Map<String, String> cloudRow(DemoReport.CloudMethod method) {
        return Map.of(
                "name",
                method.name(),
                "right",
                "" + method.right(),
                "interval",
                "%d–%d".formatted(method.low(), method.high()),
                "wrong",
                "" + method.wrong(),
                "nobody",
                "" + method.nobody(),
                "chance",
                DemoReport.few(method.chance()));
    }

    private static Chart bars(SystemReport report) {
        return chart(
                "As the paper draws it.",
                "Right person shown, only others shown, nobody shown: shares of the targets, with"
                        + " 95 % intervals. Dotted: blind guessing. The service is a simulator.",
                false,
                new SystemFigures(report).bars(SimulatedCloud.K));
    }

    private static List<Row> rows(UnderMatcher under, boolean chief) {
        var rows = new ArrayList<Row>();
        for (Method method : under.methods()) {
            boolean told = chief && method.equals(under.best());
            rows.add(row(method.name(), method.cosine(), cells(method), told, false));
        }
        rows.add(row(under.source().name(), Optional.of(1.0), cells(under.source()), false, true));
        var chance =
                under.source().rates().stream()
                        .map(r -> new Cell(DemoReport.few(r.chance()), ""))
                        .toList();
        rows.add(row("blind guessing", Optional.empty(), chance, false, true));
        return rows;
    }

    private static Row row(
            String name, Optional<Double> cosine, List<Cell> cells, boolean chief, boolean apart) {
        return new Row(name, cosine.map(Page::likeness).orElse(""), cells, chief, apart);
    }

    private static List<Cell> cells(Method method) {
        return method.rates().stream()
                .map(r -> new Cell("" + r.found(), "%d–%d".formatted(r.low(), r.high())))
                .toList();
    }

    private static Chart chart(String title, String caption, boolean main, Figure figure) {
        return new Chart(
                title,
                caption,
                main,
                main ? Pictures.drawing(FigureFormat.SVG.of(figure, Width.FULL)) : "",
                Pictures.drawing(FigureFormat.SVG.of(figure, Width.COLUMN)));
    }
}
