package revisage.cli;

import picocli.CommandLine.Option;

import revisage.cloud.Approval;
import revisage.cloud.Quote;
import revisage.study.Consent;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a user says to the quotes of clouds.
final class ConsentOptions implements Consent {

    @Option(
            names = "--confirm",
            paramLabel = "CODE",
            description = "The code of a cloud's quote that you have read; once for each cloud.")
    private List<String> codes = new ArrayList<>();

    @Option(
            names = "--typed",
            paramLabel = "PHRASE",
            description = "What the quote wants typed, where it does.")
    private List<String> typed = new ArrayList<>();

    @Override
    public Approval to(Quote quote, Path where) throws WorkException {
        if (codes.isEmpty()) {
            return Consent.NOBODY.to(quote, where);
        }
        String code = codes.contains(quote.digest()) ? quote.digest() : codes.getFirst();
        String phrase =
                typed.stream()
                        .filter(t -> t.equalsIgnoreCase(quote.phrase()))
                        .findFirst()
                        .orElse(typed.isEmpty() ? "" : typed.getFirst());
        return Approval.of(quote, new Approval.Confirmation(code, phrase));
    }
}
