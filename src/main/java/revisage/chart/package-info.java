/// From numbers to figures.
@NullMarked
@Room(
        doors = {"measure"},
        tools = {
            "java.awt",
            "javax.imageio",
            "org.jfree",
            "org.apache.batik",
            "org.apache.pdfbox",
            "org.w3c.dom",
            "javax.xml.parsers",
            "javax.xml.transform",
            "de.rototor.pdfbox",
            "org.apache.commons.csv"
        },
        why =
                "A chart is a description first; screen, SVG, PDF, PNG and CSV are drawn from the"
                        + " same one.")
package revisage.chart;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
