package revisage.vector.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects one sort of names (ids or labels) while rows are read.
final class RowNames {

    private final String what;
    private final List<String> names = new ArrayList<>();
    private int given;

    /// @param what plural, for notices
    RowNames(String what) {
        this.what = what;
    }

    void add(Optional<String> name) {
        names.add(name.orElse(""));
        given += name.isPresent() ? 1 : 0;
    }

    /// Empty where no row had one.
    Optional<List<String>> all(List<String> notices) {
        if (given > 0 && given < names.size()) {
            notices.add(
                    "%,d of %,d vectors have none of the %s and got an empty one."
                            .formatted(names.size() - given, names.size(), what));
        }
        return given == 0 ? Optional.empty() : Optional.of(names);
    }
}
