/// Tidy tables: one row an observation, one column a variable, and a dictionary of what each means.
@NullMarked
@Room(
        doors = {"work"},
        tools = {"org.apache.commons.csv"},
        why =
                "A table says itself what its columns mean; CSV, Parquet and the dictionary are"
                        + " written from the same one.")
package revisage.table;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
