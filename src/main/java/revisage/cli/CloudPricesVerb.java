package revisage.cli;

import picocli.CommandLine.Command;

import revisage.cloud.PriceTable;
import revisage.study.Engines;
import revisage.work.Progress;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// `revisage cloud prices`.
@Command(
        name = "prices",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the price table: a JSON file with dates and sources.",
            "",
            "Save it, correct it, and name it with --prices."
        },
        footer = {"", "Example: revisage cloud prices > prices.json"})
final class CloudPricesVerb extends Verb {

    CloudPricesVerb(Engines engines) {
        super(engines);
    }

    @Override
    protected Answer run(Consumer<Progress> progress) {
        return new Answer(
                new String(PriceTable.shippedFile(), StandardCharsets.UTF_8), PriceTable.shipped());
    }
}
