package revisage.cloud.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;

class MishapPlanTest {

    @TempDir Path folder;

    private MishapPlan read(String json) throws Exception {
        return MishapPlan.read(Files.writeString(folder.resolve("faults.json"), json));
    }

    @Test
    void aScriptSaysWhichRequestsMeetWhat() throws Exception {
        var plan =
                read(
                        """
                        {"schema": 1, "faults": [
                          {"operation": "IndexFaces", "from": 2, "fault": "LOST"},
                          {"from": 3, "to": 5, "fault": "THROTTLE", "seconds": 1.5}]}
                        """);
        assertEquals(Optional.empty(), plan.at("IndexFaces", 1, 1));
        assertEquals(Mishap.LOST, plan.at("IndexFaces", 2, 2).orElseThrow().mishap());
        assertEquals(
                new Mishaps.Event(Mishap.THROTTLE, Optional.of(Duration.ofMillis(1_500))),
                plan.at("ListFaces", 5, 2).orElseThrow());
        assertEquals(Optional.empty(), plan.at("ListFaces", 6, 3));
    }

    @Test
    void aWrongScriptIsRefusedWithThePlace() {
        for (var wrong :
                new String[][] {
                    {"{\"schema\":1,\"faults\":[{\"from\":0,\"fault\":\"LOST\"}]}", "counted"},
                    {"{\"schema\":1,\"faults\":[{\"form\":1,\"fault\":\"LOST\"}]}", "'from'"},
                    {"{\"schema\":1,\"faults\":[{\"from\":1,\"fault\":\"LOSS\"}]}", "THROTTLE"},
                    {"{\"schema\":2,\"faults\":[]}", "schema 2"},
                    {"[", "no JSON"}
                }) {
            var e = assertThrows(WorkException.class, () -> read(wrong[0]));
            assertTrue(String.valueOf(e.getMessage()).contains(wrong[1]), e.getMessage());
        }
    }

    @Test
    void diceFallTheSameAgainAndAsOftenAsAsked() {
        var storm = new SeededMishaps(7, 0.2);
        var again = new SeededMishaps(7, 0.2);
        long hits =
                LongStream.rangeClosed(1, 20_000)
                        .peek(n -> assertEquals(storm.at("x", n, n), again.at("y", n, 1)))
                        .filter(n -> storm.at("x", n, n).isPresent())
                        .count();
        // Bursts overlap, so a little less than 4,000; deviation below 100.
        assertTrue(hits > 3_400 && hits < 4_200, hits + " of 20,000");
        assertEquals(
                0,
                LongStream.rangeClosed(1, 1_000)
                        .filter(n -> new SeededMishaps(7, 0).at("x", n, n).isPresent())
                        .count());
    }
}
