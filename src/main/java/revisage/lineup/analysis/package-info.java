/// What the answers of a visual study say: trials, exclusions, rates with intervals, the report.
@NullMarked
@Room(
        doors = {"extract", "lineup", "measure", "chart", "table", "store", "work"},
        tools = {"com.samskivert.mustache", "org.apache.commons.rng"},
        why =
                "Answers are read with suspicion and counted by 'measure'; who is excluded was"
                        + " fixed before the first of them.")
package revisage.lineup.analysis;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
