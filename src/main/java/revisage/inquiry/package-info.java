/// What is done to a project: faces are rebuilt, rates are counted.
@NullMarked
@Room(
        doors = {
            "vector",
            "people",
            "extract",
            "reconstruct",
            "measure",
            "store",
            "study",
            "project",
            "work"
        },
        tools = {},
        why = "Window and command line ask the same of a project, and get the same numbers.")
package revisage.inquiry;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
