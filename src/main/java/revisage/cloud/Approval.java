package revisage.cloud;

/// A quote that a person has confirmed: the only thing with which anything can be sent.
public final class Approval {

    private final Quote quote;

    private Approval(Quote quote) {
        this.quote = quote;
    }

    /// What a person says to a quote.
    ///
    /// @param digest of the quote that was shown
    /// @param typed the phrase, where one must be typed; else empty
    public record Confirmation(String digest, String typed) {}

    /// @throws CloudPlanException if another quote was confirmed, or the phrase was not typed
    public static Approval of(Quote quote, Confirmation confirmation) throws CloudPlanException {
        if (!confirmation.digest().equals(quote.digest())) {
            throw new CloudPlanException(
                    "What was confirmed (%s) is not this run: pictures, service, price or limits differ."
                            .formatted(confirmation.digest()),
                    "Read the quote and confirm it with %s.".formatted(quote.digest()));
        }
        if (quote.mustBeTyped() && !sameWords(quote.phrase(), confirmation.typed())) {
            throw new CloudPlanException(
                    "This run must be confirmed by typing: %s.".formatted(quote.phrase()),
                    "Read the quote, then type exactly that.");
        }
        return new Approval(quote);
    }

    /// A simulator on this machine needs nobody's consent: nothing leaves, nothing is spent.
    ///
    /// @throws CloudPlanException if the service is none
    public static Approval ofSimulator(Quote quote) throws CloudPlanException {
        ServiceCard card = quote.plan().card();
        if (!card.simulator() || !card.endpoint().isLoopback()) {
            throw new CloudPlanException(
                    "%s at %s is no simulator: nothing was sent."
                            .formatted(card.title(), card.endpoint().host()),
                    "Read the quote and confirm it with %s.".formatted(quote.digest()));
        }
        return new Approval(quote);
    }

    /// What is thrown where nothing was confirmed.
    ///
    /// @param where the quote can be read
    public static CloudPlanException missing(Quote quote, String where) {
        return new CloudPlanException(
                "Nothing was sent: %s would get %d faces for up to %s %s."
                        .formatted(
                                quote.plan().card().title(),
                                quote.plan().pictures(),
                                Quote.amount(quote.highestCost()),
                                quote.terms().currency()),
                "Read %s, then repeat the command with what it asks for at its end."
                        .formatted(where));
    }

    private static boolean sameWords(String phrase, String typed) {
        return phrase.equalsIgnoreCase(typed.strip().replaceAll("\\s+", " "));
    }

    /// What was confirmed.
    public Quote quote() {
        return quote;
    }
}
