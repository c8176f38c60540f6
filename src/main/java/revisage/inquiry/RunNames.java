package revisage.inquiry;

import revisage.project.ProjectFile.RunEntry;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the reconstructions of a project are called, in the window, in figures and in tables.
///
/// @param runs all of the project, in the order they were begun
public record RunNames(List<RunEntry> runs) {

    private static final Map<String, String> SEARCHES =
            Map.of(
                    "linear", "Linear",
                    "full-vector", "Full vector",
                    "score", "Score only",
                    "reference", "As published");

    private static final Map<String, String> NETWORKS =
            Map.of("nbnet", "NBNet", "vec2face", "Vec2Face", "naive", "Naive");

    public RunNames {
        runs = List.copyOf(runs);
    }

    /// Method, budget and number of targets; the second of its kind is numbered.
    public String of(RunEntry run) {
        String name = bare(run);
        List<String> alike =
                runs.stream().filter(r -> bare(r).equals(name)).map(RunEntry::folder).toList();
        int before = alike.indexOf(run.folder());
        return before > 0 ? "%s (%d)".formatted(name, before + 1) : name;
    }

    private static String bare(RunEntry run) {
        int targets = run.targets().size();
        return run.network().map(n -> network(n.method())).orElseGet(() -> search(run.search()))
                + run.queries().map(q -> String.format(Locale.ROOT, ", %,d queries", q)).orElse("")
                + (targets == 0
                        ? ""
                        : targets == 1
                                ? ", 1 target"
                                : String.format(Locale.ROOT, ", %,d targets", targets));
    }

    /// A search.
    ///
    /// @param search as the project file names it
    public static String search(String search) {
        return SEARCHES.getOrDefault(search, search);
    }

    /// The method of a trained network; what is a re-creation says so.
    ///
    /// @param method as its card names it, for example `naive (re-creation)`
    public static String network(String method) {
        String word = method.replaceFirst(" .*", "");
        return NETWORKS.getOrDefault(word, word) + method.substring(word.length());
    }
}
