package revisage.cli;

import revisage.extract.ModelCard;
import revisage.extract.ModelOutline;
import revisage.extract.UsualInputs;
import revisage.study.ExtractorProbe.Finding;
import revisage.study.ExtractorProbe.Tried;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What `extractor probe` says to a person.
final class ProbeText {

    /// So much less d' than the best is worth a warning: a wrong order of colours costs 0.5 or
    /// more.
    private static final double NOTEWORTHY = 0.3;

    /// Less d' than any published extractor has on photos of people (they have 3 to 7).
    private static final double HARDLY = 1.5;

    private final StringBuilder text = new StringBuilder();

    private ProbeText() {}

    static String of(Path model, ExtractorProbeVerb.Probed probed, Finding finding) {
        var said = new ProbeText();
        said.outline(model, probed.model());
        said.tried(probed);
        said.doubt(probed);
        said.card(probed, finding);
        return said.text.toString();
    }

    private void outline(Path model, ModelOutline outline) {
        line(String.format(Locale.ROOT, "%s", model));
        line(
                String.format(
                        Locale.ROOT,
                        "  %,d bytes, SHA-256 %s, operator set %d%s",
                        outline.bytes(),
                        outline.sha256(),
                        outline.opset(),
                        outline.producer().isBlank() ? "" : ", by " + outline.producer()));
        outline.inputs().forEach(p -> line(String.format(Locale.ROOT, "  wants  %s", port(p))));
        outline.outputs().forEach(p -> line(String.format(Locale.ROOT, "  gives  %s", port(p))));
    }

    private static String port(ModelOutline.Port port) {
        return port.shape().stream()
                .map(s -> s < 0 ? "any" : s.toString())
                .collect(Collectors.joining(" x ", port.name() + ": " + port.type() + " ", ""));
    }

    private void tried(ExtractorProbeVerb.Probed probed) {
        if (probed.tried().isEmpty()) {
            return;
        }
        line("");
        line(
                String.format(
                        Locale.ROOT,
                        "Tried on %,d pairs of one person and %,d of different people (%s):",
                        probed.samePersonPairs(),
                        probed.differentPeoplePairs(),
                        probed.device()));
        line(String.format(Locale.ROOT, "   d'   accepted at 1%%  equal error  preprocessing"));
        for (Tried t : probed.tried()) {
            String accepted =
                    t.acceptedAtOnePercent().isPresent()
                            ? String.format(
                                    Locale.ROOT, "%.3f", t.acceptedAtOnePercent().getAsDouble())
                            : "-";
            line(
                    String.format(
                            Locale.ROOT,
                            "%5.2f  %14s  %11.3f  %s%s",
                            t.separation(),
                            accepted,
                            t.equalErrorRate(),
                            t.words(),
                            t.input().equals(probed.card().input()) ? "  <- taken" : ""));
        }
    }

    private void doubt(ExtractorProbeVerb.Probed probed) {
        if (!probed.tried().isEmpty() && probed.tried().getFirst().separation() < HARDLY) {
            line(
                    "WARNING: in no way does it tell these people apart. Is it a face extractor,"
                            + " and are the faces aligned to 112x112?");
        }
    }

    private void card(ExtractorProbeVerb.Probed probed, Finding finding) {
        line("");
        String words = UsualInputs.words(probed.card().input());
        if (probed.guess()) {
            line(
                    String.format(
                            Locale.ROOT,
                            "Proposed: %s. This is a GUESS; name labelled faces with --images to"
                                    + " find out.",
                            words));
        } else if (probed.tried().isEmpty()) {
            line(
                    String.format(
                            Locale.ROOT,
                            "By its card: %s. Nothing was tried; name labelled faces with"
                                    + " --images.",
                            words));
        }
        probed.before().ifPresent(b -> compare(finding, b.input()));
        probed.written()
                .ifPresentOrElse(
                        w -> line(String.format(Locale.ROOT, "Wrote the card %s.", w)),
                        () ->
                                line(
                                        String.format(
                                                Locale.ROOT,
                                                "No card was written: one is there already, or the"
                                                    + " folder cannot be written to; name another"
                                                    + " place with --out.")));
    }

    private void compare(Finding finding, ModelCard.Input before) {
        List<Tried> tried = finding.tried();
        Optional<Tried> own = finding.of(before);
        if (own.isEmpty() || tried.isEmpty()) {
            return;
        }
        double lost = tried.getFirst().separation() - own.get().separation();
        if (lost > NOTEWORTHY) {
            line(
                    String.format(
                            Locale.ROOT,
                            "WARNING: its card says %s, which separates worse by %.2f in d'.",
                            own.get().words(),
                            lost));
        } else {
            line(
                    String.format(
                            Locale.ROOT,
                            "Its card says %s, which is as good as any.",
                            own.get().words()));
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
