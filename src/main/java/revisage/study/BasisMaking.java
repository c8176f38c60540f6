package revisage.study;

import revisage.algebra.Products;
import revisage.extract.Extractor;
import revisage.face.FaceImage;
import revisage.people.FaceReader;
import revisage.people.FaceResult;
import revisage.people.PeopleException;
import revisage.people.Portrait;
import revisage.reconstruct.BasisFitting;
import revisage.reconstruct.EigenBasis;
import revisage.reconstruct.SharedKnowledge;
import revisage.reconstruct.SharedKnowledgeFitting;
import revisage.reconstruct.VectorAnswers;
import revisage.store.StoredBasis;
import revisage.store.StoredGallery.Excluded;
import revisage.work.Progress;
import revisage.work.Sha256;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Makes the file of a basis from public faces and, where an extractor is named, prepares it for
/// attacks on that extractor.
///
/// @param portraits public faces of people other than the targets
/// @param reader opens and aligns them
/// @param alignment how, in words
/// @param fitting of the axes
/// @param prepared for this extractor, which stays the caller's
/// @param sharedQueries put to it, public faces included
/// @param products stays the caller's
/// @param version of the program, noted in the file
/// @param form of the file
/// @param out the file
public record BasisMaking(
        List<Portrait> portraits,
        FaceReader reader,
        String alignment,
        BasisFitting fitting,
        Optional<Extractor> prepared,
        long sharedQueries,
        Products products,
        String version,
        StoredBasis.Form form,
        Path out)
        implements Work<Progress, BasisMaking.Result> {

    /// Word of [EigenBasis#madeFrom()]: mean squared distance of the faces from their mean, grey
    /// values squared; what the axes' variances add up to if there are enough of them.
    public static final String VARIANCE = "variance";

    public BasisMaking {
        portraits = List.copyOf(portraits);
    }

    /// What came out.
    ///
    /// @param basis as written
    /// @param faces it was fitted to
    /// @param people whose faces these are
    /// @param twice pictures left out because their pixels were there already
    /// @param excluded pictures that could not be used
    /// @param asked queries to the extractor
    public record Result(
            EigenBasis basis,
            int faces,
            int people,
            int twice,
            List<Excluded> excluded,
            long asked) {

        public Result {
            excluded = List.copyOf(excluded);
        }
    }

    /// @throws PeopleException if there are too few faces
    @Override
    public Result run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var read = new PublicFaces();
        events.accept(new Progress("Reading faces", 0, portraits.size(), "faces"));
        reader.readAll(
                portraits,
                result -> {
                    Work.pausePoint();
                    read.add(result);
                    events.accept(
                            new Progress("Reading faces", ++read.seen, portraits.size(), "faces"));
                });
        if (read.faces.size() <= fitting.components()) {
            throw new PeopleException(
                    "%d axes need more than %d different faces, and %d could be used."
                            .formatted(
                                    fitting.components(), fitting.components(), read.faces.size()),
                    "Ask for fewer with --components, or name more faces.");
        }
        SortedMap<String, String> words = words(read);
        EigenBasis basis = fitting.fit(read.faces, words, products, events);
        words.put(VARIANCE, String.format(Locale.ROOT, "%.3f", variance(read.faces, basis)));
        basis = new EigenBasis(basis.mean(), basis.axes(), basis.deviations(), words);
        long asked = 0;
        Optional<StoredBasis.Prepared> knowledge = Optional.empty();
        if (prepared.isPresent()) {
            var access = new VectorAnswers(prepared.get());
            knowledge = Optional.of(prepare(prepared.get(), access, read.faces, basis, events));
            asked = access.asked();
        }
        new StoredBasis(basis, knowledge).write(out, form);
        return new Result(
                basis, read.faces.size(), read.people.size(), read.twice, read.excluded, asked);
    }

    private StoredBasis.Prepared prepare(
            Extractor extractor,
            VectorAnswers access,
            List<FaceImage> faces,
            EigenBasis basis,
            Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var card = extractor.card();
        SharedKnowledge known =
                new SharedKnowledgeFitting(sharedQueries, fitting.symmetric(), fitting.seed())
                        .fit(faces, basis, access, card.sha256(), products, events);
        return new StoredBasis.Prepared(card.name(), known);
    }

    private SortedMap<String, String> words(PublicFaces read) {
        var words = new TreeMap<String, String>();
        words.put("alignment", alignment);
        words.put("faces", Integer.toString(read.faces.size()));
        words.put("people", Integer.toString(read.people.size()));
        words.put(
                "pictures_sha256",
                Sha256.of(String.join("\n", read.hashes).getBytes(StandardCharsets.UTF_8)));
        words.put("symmetric", Boolean.toString(fitting.symmetric()));
        words.put("seed", Long.toString(fitting.seed()));
        words.put("version", version);
        return words;
    }

    private double variance(List<FaceImage> faces, EigenBasis basis) {
        float[] mean = basis.mean();
        double[] squares = new double[faces.size()];
        IntStream.range(0, squares.length)
                .parallel()
                .forEach(i -> squares[i] = distance(faces.get(i), mean));
        // Added in order, so that the same faces give the same word.
        double sum = 0;
        for (double each : squares) {
            sum += each;
        }
        return sum / squares.length;
    }

    private double distance(FaceImage face, float[] mean) {
        float[] pixels = new float[FaceImage.VALUES];
        float[] mirrored = new float[FaceImage.VALUES];
        face.copyTo(pixels, 0);
        (fitting.symmetric() ? face.mirrored() : face).copyTo(mirrored, 0);
        double sum = 0;
        for (int j = 0; j < pixels.length; j++) {
            double off = (pixels[j] + mirrored[j]) / 2 - mean[j];
            sum += off * off;
        }
        return sum;
    }

    /// Scratch: what was read.
    private static final class PublicFaces {

        private final List<FaceImage> faces = new ArrayList<>();
        private final TreeSet<String> hashes = new TreeSet<>();
        private final TreeSet<String> people = new TreeSet<>();
        private final List<Excluded> excluded = new ArrayList<>();
        private int twice;
        private int seen;

        void add(FaceResult result) {
            switch (result) {
                case FaceResult.Usable usable -> {
                    if (hashes.add(usable.sha256())) {
                        faces.add(usable.face());
                        people.add(usable.portrait().person());
                    } else {
                        twice++;
                    }
                }
                case FaceResult.Excluded(Portrait p, String reason) ->
                        excluded.add(new Excluded(p.id(), p.person(), reason));
            }
        }
    }
}
