package revisage.window.cloud;

import revisage.cloud.PriceTable;
import revisage.cloud.Terms;
import revisage.project.Project;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The price table of a project, where the user has changed the program's.
///
/// @param file in the project
record ProjectPrices(Path file) {

    static ProjectPrices of(Project project) {
        return new ProjectPrices(project.folder().resolve("cloud-prices.json"));
    }

    /// The file, if it is there.
    Optional<Path> changed() {
        return Optional.of(file).filter(Files::isRegularFile);
    }

    /// Keeps what was changed.
    ///
    /// @param terms where empty, the program's prices hold again
    void change(Optional<Terms> terms) throws WorkException, InterruptedException {
        if (terms.isPresent()) {
            PriceTable before =
                    changed().isPresent() ? PriceTable.read(file) : PriceTable.shipped();
            before.with(terms.get()).write(file);
        } else {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw FileException.of("remove the price table", file, e);
            }
        }
    }
}
