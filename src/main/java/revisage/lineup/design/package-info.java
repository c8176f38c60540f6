/// From reconstructions and matches to a visual study: who is shown, beside whom, to how many.
@NullMarked
@Room(
        doors = {
            "extract", "face", "people", "match", "lineup", "measure", "store", "table", "work"
        },
        tools = {"org.apache.commons.rng", "org.apache.commons.statistics"},
        why =
                "A design is drawn by a seed from what is on disk, and refused before anybody is"
                        + " asked if it cannot answer its question.")
package revisage.lineup.design;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
