package revisage.study;

import revisage.face.FaceImage;
import revisage.match.Ranking;
import revisage.match.Recogniser;
import revisage.people.FaceReader;
import revisage.study.SystemGround.Looked;
import revisage.study.SystemGround.Shown;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// One recognition system meets all probes: a local extractor, a cloud, or a cloud's kept answers,
/// all the same.
///
/// @param system stays the caller's
/// @param ground whom it enrols and looks for
/// @param reader opens their pictures
public record SystemMatching(Recogniser system, SystemGround ground, FaceReader reader) {

    private static final int TOGETHER = 64;

    /// The rankings of one method, in the order of its probes.
    public record Found(Looked set, List<Ranking> rankings) {

        public Found {
            rankings = List.copyOf(rankings);
        }
    }

    /// Enrols, then asks.
    ///
    /// @param most candidates wanted
    public List<Found> run(int most, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        for (int at = 0; at < ground.gallery().size(); at += TOGETHER) {
            Work.pausePoint();
            var some = part(ground.gallery(), at);
            var pictures = new ArrayList<Recogniser.Enrolment>();
            for (Shown shown : some) {
                pictures.add(
                        new Recogniser.Enrolment(
                                shown.id(), shown.person(), ground.face(shown.face(), reader)));
            }
            system.enrol(pictures);
            tell("Enrolling", at + some.size(), ground.gallery().size(), events);
        }
        var found = new ArrayList<Found>();
        for (Looked set : ground.sets()) {
            found.add(new Found(set, rank(set, most, events)));
        }
        return found;
    }

    private List<Ranking> rank(Looked set, int most, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var rankings = new ArrayList<Ranking>();
        for (int at = 0; at < set.probes().size(); at += TOGETHER) {
            Work.pausePoint();
            var some = part(set.probes(), at);
            var faces = new ArrayList<FaceImage>();
            for (Shown shown : some) {
                faces.add(ground.face(shown.face(), reader));
            }
            rankings.addAll(system.rank(faces, most));
            tell("Comparing", at + some.size(), set.probes().size(), events);
        }
        return rankings;
    }

    private static List<Shown> part(List<Shown> all, int at) {
        return all.subList(at, Math.min(all.size(), at + TOGETHER));
    }

    private void tell(String what, int done, int of, Consumer<? super Progress> events) {
        events.accept(new Progress(what + ", " + system.name(), done, of, "faces"));
    }
}
