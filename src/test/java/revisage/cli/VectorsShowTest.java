package revisage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.engine.duckdb.DuckDbParquet;
import revisage.study.Engines;
import revisage.vector.file.KnownFiles;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

class VectorsShowTest {

    private static final String TABLE =
            """
            id,person,v0,v1
            a/1.jpg,ann,3,4
            a/2.jpg,ann,3,4
            b/1.jpg,bob,3,4
            b/2.jpg,bob,nan,1
            c/1.jpg,cyd,0,0
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir Path folder;

    @Test
    void aPersonReadsWhatTheFileHolds() throws Exception {
        Path file = folder.resolve("leak.csv");
        Files.writeString(file, TABLE);
        assertEquals(0, run("vectors", "show", file.toString()), err::toString);
        assertEquals(
                file
                        + """

                          Format       table, commas between (CSV) with header
                          Numbers      text
                          Vectors      5
                          Dimension    2
                          Length       5.000 to 5.000, mean 5.000 (not unit length)
                          Components   0.000 to 4.000, mean 2.625
                          Not finite   1 vector NaN or infinite, the first is row 3 (b/2.jpg)
                          Zero         1 vector all zero, the first is row 4 (c/1.jpg)
                          Duplicates   2 vectors the same as an earlier one, the first is row 1 (a/2.jpg); 1 under another label
                          Ids          yes, the first is a/1.jpg
                          Labels       3 people, 1 to 2 vectors each, mean 1.7, 1 with one
                        """,
                out.toString().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void aMachineReadsTheSame() throws Exception {
        Path file = folder.resolve("leak.csv");
        Files.writeString(file, TABLE);
        assertEquals(0, run("vectors", "show", "--json", file.toString()), err::toString);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals(5, json.at("/vectors/count").asInt());
        assertEquals(5.0, json.at("/vectors/norms/mean").asDouble());
        assertEquals(2, json.at("/vectors/duplicates").asInt());
        assertEquals(3, json.at("/vectors/people/count").asInt());
        assertEquals("text", json.at("/numbers").asText());
    }

    @Test
    void aGermanMachineSaysTheSame() throws Exception {
        Path file = folder.resolve("leak.csv");
        Files.writeString(file, TABLE);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            run("vectors", "show", file.toString());
        } finally {
            Locale.setDefault(before);
        }
        assertTrue(out.toString().contains("mean 2.625"), out::toString);
    }

    @Test
    void aRefusedFileEndsWithTwoAndOneSentence() throws Exception {
        Path file = folder.resolve("leak.pkl");
        Files.write(file, new byte[] {(byte) 0x80, 4, '.'});
        assertEquals(2, run("vectors", "show", file.toString()));
        assertEquals("", out.toString());
        assertTrue(err.toString().contains("pickle"), err::toString);
        assertEquals(1, err.toString().lines().count());
        assertEquals(2, run("vectors", "show", folder.resolve("none").toString()));
        assertTrue(err.toString().contains("does not exist"), err::toString);
        assertEquals(2, run("vectors", "show", folder.toString()));
    }

    @Test
    void helpShowsAnExample() {
        assertEquals(0, run("vectors", "show", "--help"));
        assertTrue(out.toString().contains("revisage vectors show leak.npy"), out::toString);
        assertEquals(2, run("vectors"));
    }

    private int run(String... arguments) {
        Engines engines =
                (Engines)
                        Proxy.newProxyInstance(
                                Engines.class.getClassLoader(),
                                new Class<?>[] {Engines.class},
                                (_, method, _) -> {
                                    assertEquals("vectorFiles", method.getName());
                                    return new KnownFiles(new DuckDbParquet());
                                });
        return new CommandLineProgram(engines, new PrintWriter(out), new PrintWriter(err))
                .run(arguments);
    }
}
