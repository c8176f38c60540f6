package revisage.study;

import revisage.extract.ModelNames;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What galleries are called in a report: by their extractor, and by their size where one extractor
/// looks for people in several.
final class MatcherNames {

    private MatcherNames() {}

    /// One for each gallery, all different.
    static List<String> of(List<SweepReport.GalleryNote> galleries) {
        var models = new LinkedHashMap<String, String>();
        galleries.forEach(g -> models.put(g.sha256(), g.extractor()));
        Map<String, String> called = ModelNames.apart(models);
        var names = new ArrayList<String>();
        for (SweepReport.GalleryNote gallery : galleries) {
            boolean alone =
                    galleries.stream().filter(g -> g.sha256().equals(gallery.sha256())).count()
                            == 1;
            String model = called.getOrDefault(gallery.sha256(), gallery.extractor());
            String name =
                    alone
                            ? model
                            : String.format(Locale.ROOT, "%s, %,d people", model, gallery.people());
            long before =
                    names.stream()
                            .filter(n -> n.replaceFirst(" \\(\\d+\\)$", "").equals(name))
                            .count();
            names.add(before == 0 ? name : name + " (" + (before + 1) + ")");
        }
        return names;
    }
}
