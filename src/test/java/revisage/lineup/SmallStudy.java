package revisage.lineup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A study of codes alone, for tests.
///
/// @param methods how many
/// @param perMethod questions a method
/// @param targets how many
/// @param absentShare 0..0.5
public record SmallStudy(int methods, int perMethod, int targets, double absentShare) {

    static final int K = 5;

    /// The plan; every target was found at rank 1.
    public LineupPlan plan() {
        var items = new ArrayList<LineupItem>();
        for (int m = 0; m < methods; m++) {
            for (int t = 0; t < targets; t++) {
                items.add(item("m" + m, "t" + t, false));
                items.add(item("m" + m, "t" + t, true));
            }
        }
        return new LineupPlan(
                LineupPlan.SCHEMA,
                "Small",
                7,
                K,
                perMethod,
                absentShare,
                100,
                LineupPlan.Options.CONTROLLED,
                true,
                ConfidenceScale.LIKERT,
                true,
                List.of("en", "de"),
                Map.of(),
                IntStream.range(0, methods)
                        .mapToObj(m -> new LineupMethod("m" + m, "Method " + m, 100, 60))
                        .toList(),
                IntStream.range(0, targets).mapToObj(t -> "t" + t).toList(),
                items,
                List.of(identical(), instructed()),
                new PassRule(1, 1),
                List.of(
                        new AbilityPair("a0", "x0", "x1", true),
                        new AbilityPair("a1", "x2", "x3", false)));
    }

    private static LineupItem item(String method, String target, boolean absent) {
        String id = method + target + (absent ? "a" : "p");
        List<LineupOption> options =
                IntStream.rangeClosed(1, K)
                        .mapToObj(
                                r ->
                                        new LineupOption(
                                                "photo-"
                                                        + (absent || r > 1 ? "" : "right-")
                                                        + target
                                                        + "-"
                                                        + r,
                                                "p" + r,
                                                r,
                                                !absent && r == 1))
                        .toList();
        return new LineupItem(id, target, method, "face-" + method + target, 1, absent, options);
    }

    private static AttentionCheck identical() {
        return new AttentionCheck(
                "c0",
                AttentionCheck.Kind.IDENTICAL,
                "y1",
                List.of("y1", "y2", "y3", "y4", "y5"),
                0);
    }

    private static AttentionCheck instructed() {
        return new AttentionCheck(
                "c1",
                AttentionCheck.Kind.INSTRUCTED,
                "z0",
                List.of("z1", "z2", "z3", "z4", "z5"),
                3);
    }
}
