package revisage.engine.azure;

import java.util.Optional;

/// Where the keys of resources lie.
@FunctionalInterface
interface KeyShelf {

    /// @param host of the resource
    Optional<String> key(String host);
}
