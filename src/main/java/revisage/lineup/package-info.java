/// Metric 2: people pick the right one among the candidates. Design, questionnaires, answers.
@NullMarked
@Room(
        doors = {"extract", "measure", "store", "work"},
        tools = {"com.fasterxml.jackson", "java.security", "org.apache.commons.rng"},
        why =
                "What a participant may see is a type of its own without method, rank or truth;"
                        + " kiosk and page are built from that alone.")
package revisage.lineup;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
