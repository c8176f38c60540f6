package revisage.study;

import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.extract.Extractors;
import revisage.extract.ModelCard;
import revisage.extract.ModelException;
import revisage.extract.UsualInputs;
import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.measure.ImpostorScores;
import revisage.measure.Separation;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds out how an extractor wants its faces: tries the usual preprocessings on faces of known
/// people and sees which tells people apart best. A wrong one does not fail; it only costs
/// separation.
///
/// Scalings that come within 1 % of the best are as good, and the most common of them is taken.
///
/// @param extractors opens the model once a preprocessing
/// @param model an ONNX file
/// @param draft card with everything but the input known; its own input is tried too
/// @param candidates 1 or more, the most common first
/// @param faces of known people; without, the draft's input is a guess
public record ExtractorProbe(
        Extractors extractors,
        Path model,
        DeviceChoice device,
        ModelCard draft,
        List<UsualInputs.Candidate> candidates,
        Optional<KnownFaces> faces)
        implements Work<Progress, ExtractorProbe.Finding> {

    /// How much less separation counts as none.
    private static final double AS_GOOD = 0.99;

    private static final String STAGE = "Trying preprocessings";

    public ExtractorProbe {
        candidates = List.copyOf(candidates);
    }

    /// A preprocessing and what it reaches.
    ///
    /// @param words for a person
    /// @param separation d', in standard deviations
    /// @param equalErrorRate 0..1
    /// @param acceptedAtOnePercent share of pairs of one person above the threshold that 1 % of the
    ///   others reach, 0..1; empty with fewer than 1,000 pairs of different people
    public record Tried(
            String words,
            ModelCard.Input input,
            double separation,
            double equalErrorRate,
            OptionalDouble acceptedAtOnePercent) {}

    /// What was found.
    ///
    /// @param card with the best preprocessing
    /// @param tried in the order of separation, the best first; empty without faces
    /// @param device in words
    public record Finding(ModelCard card, List<Tried> tried, String device) {

        public Finding {
            tried = List.copyOf(tried);
        }

        /// How the draft's own preprocessing did, if it was tried.
        public Optional<Tried> of(ModelCard.Input input) {
            return tried.stream().filter(t -> t.input().equals(input)).findFirst();
        }
    }

    @Override
    public Finding run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        List<UsualInputs.Candidate> all =
                Stream.concat(
                                candidates.stream(),
                                Stream.of(
                                        new UsualInputs.Candidate(
                                                UsualInputs.words(draft.input()), draft.input())))
                        .filter(distinct())
                        .toList();
        if (faces.isEmpty()) {
            try (Extractor opened = extractors.open(model, draft, device)) {
                return new Finding(
                        withLength(draft, opened.embed(noise())), List.of(), opened.device());
            }
        }
        return tryAll(all, faces.get(), events);
    }

    private Finding tryAll(
            List<UsualInputs.Candidate> all, KnownFaces known, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var tried = new ArrayList<Tried>();
        Optional<ModelException> refused = Optional.empty();
        String where = "";
        boolean unitLength = true;
        for (int i = 0; i < all.size(); i++) {
            events.accept(new Progress(STAGE, i, all.size(), "ways"));
            ModelCard card = draft.with(all.get(i).input());
            try (Extractor opened = extractors.open(model, card, device)) {
                float[] vectors = opened.embed(known.faces()).toArray();
                unitLength &= unit(vectors, draft.dimension());
                tried.add(tried(all.get(i), vectors, known));
                where = opened.device();
            } catch (ModelException e) {
                refused = Optional.of(refused.orElse(e)); // numbers out of range in this way alone?
            }
        }
        events.accept(new Progress(STAGE, all.size(), all.size(), "ways"));
        if (tried.isEmpty()) {
            throw refused.orElseThrow();
        }
        double best = tried.stream().mapToDouble(Tried::separation).max().orElseThrow();
        ModelCard.Input chosen =
                tried.stream()
                        .filter(t -> t.separation() >= AS_GOOD * best)
                        .findFirst()
                        .orElse(tried.getFirst())
                        .input();
        tried.sort(Comparator.comparingDouble(Tried::separation).reversed());
        return new Finding(lengthOf(draft, unitLength).with(chosen), tried, where);
    }

    private static Predicate<UsualInputs.Candidate> distinct() {
        var seen = new HashSet<ModelCard.Input>();
        return c -> seen.add(c.input());
    }

    private Tried tried(UsualInputs.Candidate candidate, float[] vectors, KnownFaces known) {
        int d = draft.dimension();
        float[] mated = known.matedScores(vectors, d);
        var impostors = new ImpostorScores(known.impostorScores(vectors, d));
        Separation separation = Separation.of(mated, impostors);
        OptionalDouble accepted =
                impostors
                        .threshold(0.01)
                        .map(t -> OptionalDouble.of(share(mated, t.score())))
                        .orElse(OptionalDouble.empty());
        return new Tried(
                candidate.words(),
                candidate.input(),
                separation.decidability(),
                separation.equalErrorRate(),
                accepted);
    }

    private static double share(float[] scores, float threshold) {
        int above = 0;
        for (float score : scores) {
            above += score >= threshold ? 1 : 0;
        }
        return (double) above / scores.length;
    }

    private static FaceBatch noise() {
        float[] pixels = new float[2 * FaceImage.VALUES];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (i * 31 + i / 97 * 17) % 256;
        }
        return new FaceBatch(pixels, 2);
    }

    private static ModelCard withLength(ModelCard card, float[] vectors) {
        return lengthOf(card, unit(vectors, card.dimension()));
    }

    private static ModelCard lengthOf(ModelCard card, boolean unitLength) {
        ModelCard.Output o = card.output();
        return new ModelCard(
                card.name(),
                card.sha256(),
                card.input(),
                new ModelCard.Output(o.name(), o.dimension(), unitLength, o.metric()),
                card.licence(),
                card.source(),
                card.paper());
    }

    private static boolean unit(float[] vectors, int d) {
        for (int row = 0; row < vectors.length; row += d) {
            double sum = 0;
            for (int i = row; i < row + d; i++) {
                sum += (double) vectors[i] * vectors[i];
            }
            if (Math.abs(sum - 1) > 1e-3) {
                return false;
            }
        }
        return true;
    }
}
