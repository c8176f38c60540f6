package revisage.match;

import revisage.face.FaceImage;
import revisage.work.WorkException;

import java.util.List;

/// Whoever can tell which enrolled pictures a face is like: a local extractor with cosines, or a
/// cloud. A study treats them alike.
public interface Recogniser extends AutoCloseable {

    /// For charts and tables, for example `mobilefacenet`.
    String name();

    /// What the scores mean.
    Scale scale();

    /// Adds pictures. An id that is enrolled already is replaced.
    void enrol(List<Enrolment> pictures) throws WorkException, InterruptedException;

    /// The most alike pictures for each face, in the order of the faces.
    ///
    /// @param k most candidates wanted, 1 or more; a recogniser may give fewer or none
    List<Ranking> rank(List<FaceImage> faces, int k) throws WorkException, InterruptedException;

    @Override
    void close();

    /// @param id names the picture
    /// @param person whose picture it is
    record Enrolment(String id, String person, FaceImage face) {}
}
