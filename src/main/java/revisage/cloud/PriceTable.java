package revisage.cloud;

import revisage.extract.JsonRefusedException;
import revisage.extract.StrictJson;
import revisage.work.FileException;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Prices with their date and source, and what providers keep: a JSON file that the user may
/// replace, since prices move.
///
/// @param schema version of this layout
/// @param providers one entry each
public record PriceTable(int schema, List<Terms> providers) {

    private static final String SHIPPED = "prices.json";

    public PriceTable {
        providers = List.copyOf(providers);
    }

    /// The file that comes with the program, as it is.
    public static byte[] shippedFile() {
        try (InputStream in = PriceTable.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("the price table is part of the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The table that comes with the program.
    public static PriceTable shipped() {
        try {
            return StrictJson.read(shippedFile(), PriceTable.class, "price table", SHIPPED);
        } catch (JsonRefusedException e) {
            throw new IllegalStateException("the price table is part of the program", e);
        }
    }

    /// @throws CloudPlanException if it is no price table
    public static PriceTable read(Path file) throws WorkException {
        try {
            return StrictJson.read(
                    Files.readAllBytes(file), PriceTable.class, "price table", file.toString());
        } catch (JsonRefusedException e) {
            throw new CloudPlanException(
                    String.valueOf(e.getMessage()), "Begin with 'revisage cloud prices'.", e);
        } catch (IOException e) {
            throw FileException.of("read the price table", file, e);
        }
    }

    /// Keeps it in a file that [#read(Path)] takes.
    public void write(Path file) throws WorkException, InterruptedException {
        byte[] json = StrictJson.write(this);
        WholeFile.write("keep the price table", file, half -> Files.write(half, json));
    }

    /// With these terms in the place of the same provider's.
    public PriceTable with(Terms changed) {
        return new PriceTable(
                schema,
                providers.stream()
                        .map(t -> t.provider().equals(changed.provider()) ? changed : t)
                        .toList());
    }

    /// @param provider key
    /// @throws CloudPlanException if the table does not know it
    public Terms of(String provider) throws CloudPlanException {
        return providers.stream()
                .filter(t -> t.provider().equals(provider))
                .findFirst()
                .orElseThrow(
                        () ->
                                new CloudPlanException(
                                        "The price table knows %s, not %s."
                                                .formatted(
                                                        providers.stream()
                                                                .map(Terms::provider)
                                                                .collect(Collectors.joining(", ")),
                                                        provider),
                                        "Add it to the table and name that with --prices."));
    }
}
