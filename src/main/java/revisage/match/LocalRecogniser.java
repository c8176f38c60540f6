package revisage.match;

import revisage.algebra.Products;
import revisage.extract.Extractor;
import revisage.face.FaceImage;
import revisage.vector.VectorSet;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// An extractor and cosines: the recogniser one can run at home. For one thread.
public final class LocalRecogniser implements Recogniser {

    private final Extractor extractor;
    private final Products products;
    private final Map<String, Enrolled> enrolled = new LinkedHashMap<>();
    private Optional<Ready> ready = Optional.empty();

    /// @param extractor closed with this
    /// @param products closed with this
    public LocalRecogniser(Extractor extractor, Products products) {
        this.extractor = extractor;
        this.products = products;
    }

    private record Enrolled(String person, VectorSet vector) {}

    private record Ready(List<String> ids, List<String> people, CosineSearch search) {}

    @Override
    public String name() {
        return extractor.card().name();
    }

    @Override
    public Scale scale() {
        return Scale.COSINE;
    }

    @Override
    public void enrol(List<Enrolment> pictures) throws WorkException, InterruptedException {
        if (pictures.isEmpty()) {
            return;
        }
        VectorSet vectors = extractor.embed(pictures.stream().map(Enrolment::face).toList());
        for (int i = 0; i < pictures.size(); i++) {
            Enrolment picture = pictures.get(i);
            enrolled.put(picture.id(), new Enrolled(picture.person(), vectors.chosen(i)));
        }
        ready = Optional.empty();
    }

    @Override
    public List<Ranking> rank(List<FaceImage> faces, int k)
            throws WorkException, InterruptedException {
        if (faces.isEmpty()) {
            return List.of();
        }
        Ready now = ready.orElseGet(this::prepare);
        ready = Optional.of(now);
        Hits hits = now.search().top(extractor.embed(faces), k, LeftOut.nothing(), _ -> {});
        var rankings = new ArrayList<Ranking>();
        for (int p = 0; p < hits.probes(); p++) {
            int probe = p;
            rankings.add(
                    new Ranking(
                            IntStream.range(0, hits.count(p))
                                    .mapToObj(r -> candidate(now, hits, probe, r))
                                    .toList()));
        }
        return rankings;
    }

    private static Candidate candidate(Ready now, Hits hits, int probe, int rank) {
        int row = hits.row(probe, rank);
        var score = new Score(hits.score(probe, rank), Scale.COSINE);
        return new Candidate(now.ids().get(row), now.people().get(row), score);
    }

    private Ready prepare() {
        int d = extractor.card().dimension();
        float[] values = new float[Math.multiplyExact(enrolled.size(), d)];
        int at = 0;
        for (Enrolled one : enrolled.values()) {
            one.vector().copyRows(0, 1, values, at);
            at += d;
        }
        return new Ready(
                List.copyOf(enrolled.keySet()),
                enrolled.values().stream().map(Enrolled::person).toList(),
                new CosineSearch(VectorSet.of(values, d), products));
    }

    @Override
    public void close() {
        extractor.close();
        products.close();
    }
}
