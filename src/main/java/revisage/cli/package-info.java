/// The command line.
@NullMarked
@Room(
        doors = {
            "lineup.page",
            "face",
            "algebra",
            "vector",
            "people",
            "people.synthetic",
            "extract",
            "reconstruct",
            "match",
            "measure",
            "chart",
            "cloud",
            "cloud.simulate",
            "store",
            "study",
            "lineup",
            "lineup.design",
            "lineup.analysis",
            "inquiry",
            "project",
            "train",
            "table",
            "demo",
            "work"
        },
        tools = {"picocli", "me.tongfei.progressbar", "com.fasterxml.jackson", "org.slf4j"},
        why = "One command a file; what a command knows, the corridor taught it.")
package revisage.cli;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
