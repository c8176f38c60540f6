package revisage.cloud.simulate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import revisage.vector.VectorSet;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A large person group of Azure Face: people, their faces, and what the last training saw of them.
final class PersonGroup {

    private final String model;
    private final TreeMap<String, Person> people = new TreeMap<>();
    private Optional<Lesson> lesson = Optional.empty();
    private Map<String, List<VectorSet>> trained = Map.of();
    private boolean everTrained;

    /// @param model recognition model
    PersonGroup(String model) {
        this.model = model;
    }

    private record Person(String name, LinkedHashMap<String, VectorSet> faces) {}

    private record Lesson(
            Protocol.Schooling how, Instant ends, Map<String, List<VectorSet>> material) {}

    Reply describe(String id) {
        return Reply.ok(
                Reply.object()
                        .put("largePersonGroupId", id)
                        .put("name", id)
                        .put("recognitionModel", model));
    }

    void add(String id, String name) {
        people.put(id, new Person(name, new LinkedHashMap<>()));
    }

    void addFace(String person, String face, VectorSet vector) throws AzureFaceProtocol.Declined {
        person(person).faces().put(face, vector);
    }

    Reply remove(String person) throws AzureFaceProtocol.Declined {
        person(person);
        people.remove(person);
        return Reply.empty(200);
    }

    private Person person(String id) throws AzureFaceProtocol.Declined {
        Person found = people.get(id);
        if (found == null) {
            throw new AzureFaceProtocol.Declined(404, "PersonNotFound", "Person is not found.");
        }
        return found;
    }

    /// People behind `start`, in the order of their ids.
    ArrayNode list(String start, int most) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        people.tailMap(start, false).entrySet().stream()
                .limit(most)
                .forEach(
                        p -> {
                            ObjectNode one = out.addObject().put("personId", p.getKey());
                            one.put("name", p.getValue().name());
                            ArrayNode faces = one.putArray("persistedFaceIds");
                            p.getValue().faces().keySet().forEach(faces::add);
                        });
        return out;
    }

    void train(Protocol.Schooling how, Instant now, Duration takes) {
        var material = new TreeMap<String, List<VectorSet>>();
        people.forEach((id, p) -> material.put(id, List.copyOf(p.faces().values())));
        lesson = Optional.of(new Lesson(how, now.plus(takes), material));
    }

    Reply training(Instant now) throws AzureFaceProtocol.Declined {
        settle(now);
        Lesson asked =
                lesson.orElseThrow(
                        () ->
                                new AzureFaceProtocol.Declined(
                                        404,
                                        "LargePersonGroupNotTrained",
                                        "Large person group not trained."));
        return Reply.ok(Reply.object().put("status", status(asked, now)));
    }

    private static String status(Lesson lesson, Instant now) {
        boolean over = !now.isBefore(lesson.ends());
        return switch (lesson.how()) {
            case SUCCEEDS -> over ? "succeeded" : "running";
            case FAILS -> over ? "failed" : "running";
            case NEVER_ENDS -> "running";
        };
    }

    boolean isTrained(Instant now) {
        settle(now);
        return everTrained;
    }

    private void settle(Instant now) {
        lesson.filter(l -> status(l, now).equals("succeeded"))
                .ifPresent(
                        l -> {
                            trained = l.material();
                            everTrained = true;
                        });
    }

    /// The faces of each person, as the last training saw them.
    Map<String, List<VectorSet>> trained() {
        return trained;
    }
}
