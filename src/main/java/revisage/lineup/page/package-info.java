/// The visual study as a page that runs in any browser.
@NullMarked
@Room(
        doors = {"lineup", "extract", "store", "work"},
        tools = {"com.samskivert.mustache"},
        why =
                "The page is built from questionnaires alone, so it cannot tell what a participant"
                        + " must not know; it asks no address but its researcher's.")
package revisage.lineup.page;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
