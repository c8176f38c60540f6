package revisage.cloud;

import revisage.face.FaceImage;
import revisage.match.Candidate;
import revisage.match.Ranking;
import revisage.match.Recogniser;
import revisage.match.Scale;
import revisage.match.Score;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A cloud as a [Recogniser]: gives what the service has answered, just now or in an earlier run
/// whose answers were kept. It sends nothing, so nothing can be spent by asking it.
public final class AnsweredRecogniser implements Recogniser {

    private final Answers answers;
    private final Scale scale;
    private final Map<String, Answers.Asked> asked = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, List<Enrolled>> enrolled = new HashMap<>();

    private record Enrolled(String id, String person) {}

    /// @param answers of one job
    public AnsweredRecogniser(Answers answers) {
        this.answers = answers;
        scale = answers.percent() ? Scale.PERCENT : Scale.CONFIDENCE;
        answers.asked().forEach(a -> asked.put(a.face(), a));
        known.addAll(answers.gallery());
        answers.declined().forEach(d -> known.add(d.face()));
    }

    @Override
    public String name() {
        return answers.label();
    }

    @Override
    public Scale scale() {
        return scale;
    }

    /// @throws CloudPlanException if a picture was not among those that were sent
    @Override
    public void enrol(List<Enrolment> pictures) throws WorkException {
        for (Enrolment picture : pictures) {
            String face = Sha256.of(picture.face().toRgb());
            if (!known.contains(face)) {
                throw other("A picture to enrol is");
            }
            var same = enrolled.computeIfAbsent(face, _ -> new ArrayList<>());
            same.removeIf(e -> e.id().equals(picture.id()));
            same.add(new Enrolled(picture.id(), picture.person()));
        }
    }

    /// Faces in which the service saw none have no candidates.
    ///
    /// @throws CloudPlanException if the service was not asked about a face
    @Override
    public List<Ranking> rank(List<FaceImage> faces, int k) throws WorkException {
        var rankings = new ArrayList<Ranking>();
        for (FaceImage face : faces) {
            Answers.Asked answer = asked.get(Sha256.of(face.toRgb()));
            if (answer == null) {
                throw other("A face to look for is");
            }
            rankings.add(
                    new Ranking(
                            answer.found().stream()
                                    .flatMap(hit -> candidates(hit).stream())
                                    .limit(k)
                                    .toList()));
        }
        return rankings;
    }

    /// Pictures with the same pixels were sent once, and are found together.
    private List<Candidate> candidates(Answers.Hit hit) {
        return enrolled.getOrDefault(hit.face(), List.of()).stream()
                .map(e -> new Candidate(e.id(), e.person(), new Score(hit.score(), scale)))
                .toList();
    }

    private CloudPlanException other(String what) {
        return new CloudPlanException(
                "%s not among those that %s was asked about on %s."
                        .formatted(what, answers.service(), answers.date()),
                "Name the same pictures as then, cut out the same way.");
    }

    @Override
    public void close() {}
}
