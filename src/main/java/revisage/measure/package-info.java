/// From ranks and scores to rates, intervals and chance.
@NullMarked
@Room(
        doors = {},
        tools = {
            "org.apache.commons.statistics",
            "org.apache.commons.numbers",
            "org.apache.commons.rng"
        },
        why = "Statistics are checked by hand; they do not know that scores come from faces.")
package revisage.measure;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
