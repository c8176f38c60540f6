package revisage.study;

import revisage.cloud.Approval;
import revisage.cloud.Quote;
import revisage.work.WorkException;

import java.nio.file.Path;

/// Whether a person has confirmed a quote.
@FunctionalInterface
public interface Consent {

    /// Simulators only: nobody was asked about anything else.
    Consent NOBODY =
            (quote, where) -> {
                if (quote.plan().card().simulator()) {
                    return Approval.ofSimulator(quote);
                }
                throw Approval.missing(quote, where.toString());
            };

    /// @param where the quote can be read
    /// @throws revisage.cloud.CloudPlanException if it was not confirmed
    Approval to(Quote quote, Path where) throws WorkException;
}
