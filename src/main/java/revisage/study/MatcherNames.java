package revisage.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What galleries are called in a report: by their extractor, and by their size where one extractor
/// looks for people in several.
final class MatcherNames {

    private MatcherNames() {}

    /// One for each gallery, all different.
    static List<String> of(List<SweepReport.GalleryNote> galleries) {
        var names = new ArrayList<String>();
        for (SweepReport.GalleryNote gallery : galleries) {
            boolean alone =
                    galleries.stream()
                                    .filter(g -> g.extractor().equals(gallery.extractor()))
                                    .count()
                            == 1;
            String name =
                    alone
                            ? gallery.extractor()
                            : String.format(
                                    Locale.ROOT,
                                    "%s, %,d people",
                                    gallery.extractor(),
                                    gallery.people());
            long before =
                    names.stream()
                            .filter(n -> n.replaceFirst(" \\(\\d+\\)$", "").equals(name))
                            .count();
            names.add(before == 0 ? name : name + " (" + (before + 1) + ")");
        }
        return names;
    }
}
