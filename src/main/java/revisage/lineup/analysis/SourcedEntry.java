package revisage.lineup.analysis;

import revisage.lineup.Entry;

/// An entry and where it was read, for naming it if it is broken.
///
/// @param file its file
/// @param where its place in it, for example `record 17` or `row 4`
public record SourcedEntry(Entry entry, String file, String where) {

    String place() {
        return file + ", " + where;
    }
}
