package revisage.cloud;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A line of a [Ledger]: what is about to be sent, or what came of it. Faces by the hash of their
/// pixels, no names.
sealed interface LedgerLine {

    /// A request leaves now; it counts, whatever becomes of it.
    ///
    /// @param about the face it is about; empty for the others
    /// @param worked milliseconds the job has worked so far, over all runs
    /// @param at the time of day, for people only; empty in ledgers of older programs
    record Sent(Call call, String about, long worked, String at) implements LedgerLine {

        static Sent now(Call call, String about, long worked) {
            return new Sent(
                    call, about, worked, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }

    /// The provider's name for the request that left last.
    record Named(String requestId) implements LedgerLine {}

    /// Whose account the service says it is: a run that goes on goes on in the same one.
    ///
    /// @param name for example an AWS account number; no secret
    record Account(String name) implements LedgerLine {}

    /// The gallery is there.
    ///
    /// @param model as the service names it
    record Created(String model) implements LedgerLine {}

    /// The face is enrolled.
    record Enrolled(String face) implements LedgerLine {}

    /// The service will not have the face.
    record Declined(String face, String reason) implements LedgerLine {}

    /// The gallery can be searched.
    record Trained() implements LedgerLine {}

    /// The service has answered for a face. Candidates are named by their faces.
    record Answered(String face, SearchAnswer answer) implements LedgerLine {}

    /// The gallery is gone, and the service says so too.
    ///
    /// @param date of that day, `2026-11-23`
    record Deleted(String date) implements LedgerLine {

        static Deleted today() {
            return new Deleted(LocalDate.now(ZoneOffset.UTC).toString());
        }
    }

    /// As it is written: words between tabs.
    default byte[] bytes() {
        String line =
                switch (this) {
                    case Sent s ->
                            "sent\t%s\t%s\t%d\t%s"
                                    .formatted(s.call().name(), s.about(), s.worked(), s.at());
                    case Named(String requestId) -> "named\t" + flat(requestId);
                    case Account(String name) -> "account\t" + flat(name);
                    case Created(String model) -> "created\t" + flat(model);
                    case Enrolled(String face) -> "enrolled\t" + face;
                    case Declined(String face, String reason) ->
                            "declined\t" + face + "\t" + flat(reason);
                    case Trained() -> "trained";
                    case Answered(String face, SearchAnswer answer) ->
                            "answered\t" + face + "\t" + words(answer);
                    case Deleted(String date) -> "deleted\t" + date;
                };
        return line.getBytes(StandardCharsets.UTF_8);
    }

    private static String words(SearchAnswer answer) {
        return switch (answer) {
            case SearchAnswer.NoFace() -> "no-face";
            case SearchAnswer.Refused(String reason) -> "refused\t" + flat(reason);
            case SearchAnswer.Found(List<SearchAnswer.Likeness> likenesses) -> {
                var found = new StringBuilder("found");
                likenesses.forEach(
                        l ->
                                found.append('\t')
                                        .append(l.externalId())
                                        .append('\t')
                                        .append(l.score()));
                yield found.toString();
            }
        };
    }

    private static String flat(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ");
    }

    /// Reads what [#bytes()] wrote; the log has checked that it is whole.
    static LedgerLine of(byte[] bytes) {
        String[] words = new String(bytes, StandardCharsets.UTF_8).split("\t", -1);
        return switch (words[0]) {
            case "sent" ->
                    new Sent(
                            Call.valueOf(words[1]),
                            words[2],
                            Long.parseLong(words[3]),
                            words.length > 4 ? words[4] : "");
            case "named" -> new Named(words[1]);
            case "account" -> new Account(words[1]);
            case "created" -> new Created(words[1]);
            case "enrolled" -> new Enrolled(words[1]);
            case "declined" -> new Declined(words[1], words[2]);
            case "trained" -> new Trained();
            case "answered" -> new Answered(words[1], answer(words));
            case "deleted" -> new Deleted(words[1]);
            default ->
                    throw new IllegalStateException(
                            "a line of a newer program: " + words[0].toUpperCase(Locale.ROOT));
        };
    }

    private static SearchAnswer answer(String[] words) {
        return switch (words[2]) {
            case "no-face" -> new SearchAnswer.NoFace();
            case "refused" -> new SearchAnswer.Refused(words[3]);
            default -> {
                var likenesses = new ArrayList<SearchAnswer.Likeness>();
                for (int i = 3; i + 1 < words.length; i += 2) {
                    likenesses.add(
                            new SearchAnswer.Likeness(words[i], Double.parseDouble(words[i + 1])));
                }
                yield new SearchAnswer.Found(likenesses);
            }
        };
    }
}
