package revisage.study;

import org.apache.commons.text.WordUtils;

import revisage.cloud.Call;
import revisage.cloud.CloudPlan;
import revisage.cloud.Quote;
import revisage.cloud.ServiceCard;
import revisage.cloud.Terms;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A quote as a person reads it before anything is sent.
public final class QuoteText {

    private final Quote quote;
    private final SystemGround ground;
    private final StringBuilder text = new StringBuilder();

    /// @param ground whom the quote is about
    public QuoteText(Quote quote, SystemGround ground) {
        this.quote = quote;
        this.ground = ground;
    }

    /// What a person reads, as lines.
    public String text() {
        where();
        what();
        keeps();
        costs();
        confirmation();
        return text.toString();
    }

    private void where() {
        ServiceCard card = quote.plan().card();
        line(
                "%s%s",
                card.title(),
                card.simulator() ? " (a simulator: nothing leaves this machine)" : "");
        line("  account   %s", card.account());
        line("  region    %s", card.region());
        line("  host      %s", card.endpoint().text());
        line("  model     %s", card.model());
    }

    private void what() {
        CloudPlan plan = quote.plan();
        line("");
        line("What is sent: %,d faces, 112x112 PNG, without names", plan.pictures());
        line("  to enrol      %,d faces of %,d people", plan.enrol().size(), plan.people());
        for (SystemGround.Looked set : ground.sets()) {
            line("  to look for   %,d of %s", set.probes().size(), set.method());
        }
        if (!ground.excluded().isEmpty()) {
            line("  left out      %,d pictures that cannot be used", ground.excluded().size());
        }
        line("  whose         %s", plan.whose().isBlank() ? "not said" : plan.whose());
    }

    private void keeps() {
        Terms terms = quote.terms();
        line("");
        line("What stays there: %s", terms.keeps());
        line("  %s", terms.optOut());
        line("  %s", terms.optOutLink());
        line(
                "  Opt-out: %s.",
                quote.plan().optedOut() ? "you say it is set" : "not confirmed by you");
        line("  %s", terms.duties());
        line(
                "  At the end the gallery %s is deleted with all faces, and its deletion verified.",
                quote.plan().gallery());
    }

    private void costs() {
        Terms terms = quote.terms();
        line("");
        line(
                "Calls: at most %,d (hard cap, over all stops and resumes); each in %s",
                quote.cap(), terms.currency());
        for (Map.Entry<Call, Long> kind : quote.needed().entrySet()) {
            line(
                    "  %-15s %,8d x %s",
                    kind.getKey().title(),
                    kind.getValue(),
                    terms.price(kind.getKey()).toPlainString());
        }
        line(
                "  %-15s %,8d x %s  (%.0f %% more, for repeats after faults; --spare changes it)",
                "spare", quote.spare(), terms.dearest().toPlainString(), 100 * quote.spareShare());
        line(
                "Cost: %s %s expected, %s %s at most (one month of storage included)",
                Quote.amount(quote.expectedCost()),
                terms.currency(),
                Quote.amount(quote.highestCost()),
                terms.currency());
        line("  Prices of %s: %s.", terms.date(), terms.source());
        line("  %s", terms.remark());
        line(
                "Time: about %s at %s calls a second",
                words(quote.duration()), number(quote.plan().perSecond()));
    }

    private void confirmation() {
        line("");
        if (quote.plan().card().simulator()) {
            line("A simulator needs no confirmation.");
            return;
        }
        line("To send exactly this: --confirm %s", quote.digest());
        if (quote.mustBeTyped()) {
            line("and, typed by you:    --typed \"%s\"", quote.phrase());
        }
    }

    private static String words(Duration time) {
        long minutes = time.toMinutes();
        return minutes >= 120
                ? "%d h %d min".formatted(time.toHours(), time.toMinutesPart())
                : minutes >= 2 ? minutes + " min" : Math.max(1, time.toSeconds()) + " s";
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
    private void line(String format, Object... values) {
        String told = String.format(Locale.ROOT, format, values);
        // The wrapping eats blanks at the beginning.
        String words = told.stripLeading();
        text.repeat(' ', told.length() - words.length());
        text.append(WordUtils.wrap(words, 92, "\n    ", false)).append('\n');
    }

    /// The same for machines: `--json`.
    public record Quoted(
            String provider,
            String service,
            boolean simulator,
            String account,
            String region,
            String host,
            String model,
            int toEnrol,
            int people,
            int toAsk,
            String gallery,
            Map<String, Long> calls,
            long spare,
            long cap,
            String currency,
            String expectedCost,
            String highestCost,
            String pricesDate,
            String pricesSource,
            long seconds,
            String keeps,
            String optOut,
            String code,
            boolean typed,
            String phrase) {}

    /// The same for machines.
    public static Quoted json(Quote quote) {
        CloudPlan plan = quote.plan();
        ServiceCard card = plan.card();
        Terms terms = quote.terms();
        return new Quoted(
                card.provider(),
                card.title(),
                card.simulator(),
                card.account(),
                card.region(),
                card.endpoint().text(),
                card.model(),
                plan.enrol().size(),
                plan.people(),
                plan.ask().size(),
                plan.gallery(),
                quote.needed().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        e -> e.getKey().name(),
                                        Map.Entry::getValue,
                                        Long::sum,
                                        TreeMap::new)),
                quote.spare(),
                quote.cap(),
                terms.currency(),
                Quote.amount(quote.expectedCost()),
                Quote.amount(quote.highestCost()),
                terms.date(),
                terms.source(),
                quote.duration().toSeconds(),
                terms.keeps(),
                terms.optOutLink(),
                quote.digest(),
                quote.mustBeTyped(),
                quote.phrase());
    }
}
