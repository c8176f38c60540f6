package revisage.vector.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import revisage.engine.duckdb.DuckDbParquet;
import revisage.vector.LeakedFile;
import revisage.vector.VectorFiles;
import revisage.vector.VectorSet;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The 3 x 4 vectors that all sample files hold, and files that numpy wrote (see `make.py` there).
final class Samples {

    static final VectorFiles FILES = new KnownFiles(new DuckDbParquet());

    private Samples() {}

    static float[] numbers() {
        float[] v = new float[12];
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 4; c++) {
                v[r * 4 + c] = (r + 1) * (c + 1) / 8f;
            }
        }
        return v;
    }

    static VectorSet named() {
        return VectorSet.of(numbers(), 4)
                .named(
                        List.of("a/1.jpg", "a/2, \"two\"\nlines.jpg", " ß/漢.jpg"),
                        List.of("a", "a", "ß;x"));
    }

    static Path byNumpy(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(Samples.class.getResource("/vectors/" + name)).toURI());
    }

    static void assertNumbers(LeakedFile leaked) {
        assertEquals(3, leaked.vectors().count());
        assertEquals(4, leaked.vectors().dimension());
        assertArrayEquals(numbers(), leaked.vectors().toArray());
    }

    static void assertSame(VectorSet expected, VectorSet found) {
        assertEquals(expected.dimension(), found.dimension());
        assertArrayEquals(expected.toArray(), found.toArray());
        assertEquals(expected.ids(), found.ids());
        assertEquals(expected.labels(), found.labels());
    }

    static Optional<List<String>> list(String... names) {
        return Optional.of(List.of(names));
    }
}
