package revisage.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import revisage.cloud.CloudChoice;
import revisage.cloud.Endpoint;
import revisage.cloud.PriceTable;
import revisage.cloud.Terms;

import java.util.Optional;

/// A service is one engine, one line in [CloudEngines] and one entry of the price table.
class CloudEnginesTest {

    @Test
    void eachServiceIsOpenedUnderItsNameAndHasPricesAndTerms() throws Exception {
        var engines = new CloudEngines();
        var here = Endpoint.of("http://127.0.0.1:1");
        for (String provider : engines.providers()) {
            var choice =
                    new CloudChoice(
                            provider, Optional.empty(), Optional.of(here), Optional.empty());
            Terms terms = PriceTable.shipped().of(provider);
            try (var service = engines.open(choice)) {
                assertEquals(provider, service.card().provider());
                assertEquals(terms.title(), service.card().title());
                assertEquals(terms.title() + " (simulated)", service.card().label());
            }
            assertFalse(terms.keeps().isBlank() || terms.optOut().isBlank(), provider);
            assertFalse(terms.date().isBlank() || terms.source().isBlank(), provider);
        }
    }
}
