package revisage.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.extract.StrictJson;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class Vec2FacePlanTest {

    private static Vec2FacePlan plan(String json) throws Exception {
        return StrictJson.read(
                json.getBytes(StandardCharsets.UTF_8), Vec2FacePlan.class, "plan", "test");
    }

    @Test
    void nothingSaidIsThePaper() throws Exception {
        Vec2FacePlan whole = plan("{}").complete();
        assertEquals(Optional.of(128), whole.side());
        assertEquals(Optional.of("input"), whole.conditioning());
        assertEquals(Optional.of(15_000.0), whole.growing().kimg());
        assertEquals(Optional.of(600.0), whole.growing().fadingKimg());
        assertEquals(Optional.of(List.of(128, 128, 128, 64, 32, 16)), whole.growing().batches());
        assertEquals(Optional.of(0.999), whole.growing().average());
        assertEquals(Optional.of(10.0), whole.weights().penalty());
        assertEquals(Optional.of(0.001), whole.weights().drift());
        assertEquals(Optional.of(0.0), whole.weights().bijective());
        assertEquals(Optional.of("iresnet18"), whole.learner().network());
        assertEquals(whole, whole.complete());
    }

    @Test
    void itSaysThatItIsARecreation() throws Exception {
        assertTrue(plan("{}").origin().contains("re-creation"));
    }

    @Test
    void whatWasMeasuredIsWrittenIn() throws Exception {
        Vec2FacePlan whole =
                plan("{}").calibrated(Map.of(Vec2FacePlan.PIXEL, 30.0, Vec2FacePlan.IDENTITY, 4.0));
        assertEquals(Optional.of(30.0), whole.weights().pixel());
        assertEquals(Optional.of(4.0), whole.weights().identity());
        assertEquals(Optional.of(1.0), whole.weights().adversarial());
        assertEquals(Optional.of(false), whole.weights().measure());
        assertEquals(plan("{}").complete(), plan("{}").calibrated(Map.of()));
    }

    @Test
    void whatCannotBeIsRefused() {
        for (String json :
                List.of(
                        "{\"side\": 100}",
                        "{\"size\": \"small\", \"side\": 256}",
                        "{\"conditioning\": \"film\"}",
                        "{\"growth\": {\"gpus\": 3}}",
                        "{\"growth\": {\"batches\": [16, 16]}}",
                        "{\"growth\": {\"batches\": [16, 16, 16, 16, 16, 6]}}",
                        "{\"student\": {\"network\": \"vgg\"}}",
                        "{\"losses\": {\"bijective\": -1}}")) {
            assertThrows(Exception.class, () -> plan(json), json);
        }
    }
}
