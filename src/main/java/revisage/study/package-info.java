/// Experiments: one plan, one report.
@NullMarked
@Room(
        doors = {
            "face",
            "algebra",
            "vector",
            "people",
            "extract",
            "reconstruct",
            "match",
            "measure",
            "chart",
            "cloud",
            "store",
            "train",
            "table",
            "work"
        },
        tools = {"com.fasterxml.jackson", "org.apache.commons.text"},
        why = "The only room that walks the whole corridor.")
package revisage.study;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
