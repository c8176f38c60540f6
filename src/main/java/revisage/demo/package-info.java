/// The demo: one study of synthetic people, told as a page.
@NullMarked
@Room(
        doors = {
            "face",
            "vector",
            "people",
            "people.synthetic",
            "project",
            "extract",
            "reconstruct",
            "match",
            "measure",
            "chart",
            "cloud",
            "cloud.simulate",
            "store",
            "study",
            "work"
        },
        tools = {"com.samskivert.mustache"},
        why = "Tells what a study found, to a layman; counts nothing by itself.")
package revisage.demo;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
