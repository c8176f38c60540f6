package revisage.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import revisage.face.FaceImage;
import revisage.match.CoarseFace;
import revisage.people.synthetic.SyntheticPeople;
import revisage.study.SystemGround.Looked;
import revisage.study.SystemGround.Shown;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SystemSourcesTest {

    private final SyntheticPeople people = new SyntheticPeople(9);
    private final Map<String, CoarseFace> looks = new HashMap<>();

    private Shown shown(String id, String person, FaceImage face, String pixels) {
        looks.put(pixels, CoarseFace.of(face));
        return new Shown(id, person, pixels);
    }

    /// The same photo, a little darker: other pixels.
    private FaceImage darker(FaceImage face) {
        byte[] rgb = face.toRgb();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) ((rgb[i] & 0xFF) * 9 / 10);
        }
        return new FaceImage(rgb);
    }

    @Test
    void copiesOfTheSourceAreLeftOutAndOtherPhotosAndOtherPeopleAreNot() {
        FaceImage source = people.portrait(0, 0);
        var gallery =
                List.of(
                        shown("a/0.png", "a", source, "p0"),
                        shown("a/1.png", "a", people.portrait(0, 1), "p1"),
                        shown("a/copy.jpg", "a", darker(source), "p2"),
                        shown("b/0.png", "b", darker(source), "p3"));
        var rebuilt = shown("a/0.png", "a", people.portrait(5, 0), "r");
        var photo = shown("elsewhere.png", "a", darker(darker(source)), "q");
        var reconstructions = set(Optional.of("sha"));
        var photos = set(Optional.empty());
        var ground =
                new SystemGround(
                        gallery,
                        List.of(
                                new Looked(reconstructions, List.of(rebuilt)),
                                new Looked(photos, List.of(photo))),
                        List.of(),
                        Map.of(),
                        looks);
        var sources = new SystemSources(ground);
        var found = sources.of(ground.sets().getFirst(), rebuilt);
        assertEquals(Optional.of(0), found.source());
        assertEquals(List.of(0, 2), found.alike());
        assertEquals(List.of(0, 2), sources.of(ground.sets().getLast(), photo).alike());
    }

    private static ProbeSet set(Optional<String> attacked) {
        var probe = new Probe("x", "a", Path.of("x.png"), Optional.empty());
        return new ProbeSet("m", attacked, List.of(probe));
    }
}
