package revisage.study;

import revisage.algebra.Matrix;
import revisage.algebra.Products;
import revisage.extract.Extractor;
import revisage.extract.ModelCard;
import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.reconstruct.SearchRun;
import revisage.reconstruct.SharedKnowledge;
import revisage.store.StoredBasis;
import revisage.vector.UnitLength;
import revisage.vector.VectorSet;
import revisage.work.Dice;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Queries a second of the search loops beside the bare extractor on batches of the same sizes: in
/// one run, by turns (A B B A A B B A ..), so that a machine that slows down slows both. The loop
/// is one whole search: what it thinks between its questions counts, wherever it falls.
record LoopSpeed(BenchGround ground) {

    private static final int FULL_VECTOR = 32;
    private static final int REFERENCE = 2;
    private static final String STAGE = "Measuring speed";

    List<BenchReport.Speed> measure(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var bench = ground.bench();
        StoredBasis stored = StoredBasis.read(ground.basisFile());
        try (Extractor extractor = bench.open(ground.plan().onnx());
                Products products = bench.engines().products(bench.file().plan().deviceChoice())) {
            SharedKnowledge known = stored.knowledgeOf(extractor.card(), ground.basisFile());
            var speeds = new ArrayList<BenchReport.Speed>();
            long total = (long) ground.plan().speedQueries() * FULL_VECTOR;
            for (String name : List.of("full-vector", "reference")) {
                Searches.Group group = group(name.equals("reference") ? REFERENCE : FULL_VECTOR);
                long each = Math.max(1, total / group.vectors().rows());
                var spec = SearchChoice.spec(name, OptionalLong.of(each), OptionalDouble.empty());
                var turns = new Turns(extractor);
                try (var searches =
                        new BasisSearches(
                                spec, stored.basis(), Optional.of(known), turns, products)) {
                    speeds.add(run(name, searches, group, turns, events));
                }
            }
            return speeds;
        }
    }

    private Searches.Group group(int most) throws WorkException, InterruptedException {
        VectorSet leaked = ground.bench().engines().vectorFiles().read(ground.leakedVectors());
        int count = Math.min(most, leaked.count());
        float[] rows = leaked.chosen(IntStream.range(0, count).toArray()).toArray();
        UnitLength.scale(rows, count, leaked.dimension());
        return new Searches.Group(
                new Matrix(count, leaked.dimension(), rows),
                LongStream.range(0, count)
                        .map(row -> Dice.seed(ground.plan().seed(), row))
                        .boxed()
                        .toList());
    }

    /// Takes turns: when the loop has run for a slice, the bare extractor gets batches of the same
    /// sizes, wherever in a round the loop may be.
    private final class Turns implements Extractor {

        private final Extractor extractor;
        private final List<Integer> sizes = new ArrayList<>();
        private final List<Stretch> loops = new ArrayList<>();
        private final List<Stretch> bares = new ArrayList<>();
        private long from = System.nanoTime();

        Turns(Extractor extractor) {
            this.extractor = extractor;
        }

        void begin() {
            loops.clear();
            bares.clear();
            sizes.clear();
            from = System.nanoTime();
        }

        @Override
        public ModelCard card() {
            return extractor.card();
        }

        @Override
        public String device() {
            return extractor.device();
        }

        @Override
        public float[] embed(FaceBatch faces) throws WorkException, InterruptedException {
            float[] answers = extractor.embed(faces);
            sizes.add(faces.count());
            if (System.nanoTime() - from >= ground.plan().slice().toNanos()) {
                turn();
            }
            return answers;
        }

        /// Loop, bare, bare, loop, loop, bare, bare and so on.
        private void turn() throws WorkException, InterruptedException {
            loops.add(new Stretch(total(), System.nanoTime() - from));
            if (loops.size() > bares.size()) {
                bares.add(bare());
                bares.add(bare());
            }
            sizes.clear();
            from = System.nanoTime();
        }

        private int total() {
            return sizes.stream().mapToInt(s -> s).sum();
        }

        private Stretch bare() throws WorkException, InterruptedException {
            int largest = sizes.stream().mapToInt(s -> s).max().orElse(1);
            float[] grey = new float[largest * FaceImage.VALUES];
            Arrays.fill(grey, 127.5f);
            long begin = System.nanoTime();
            for (int size : sizes) {
                Work.pausePoint();
                extractor.embed(new FaceBatch(grey, size));
            }
            return new Stretch(total(), System.nanoTime() - begin);
        }

        BenchReport.Speed end(String name, int targets) throws WorkException, InterruptedException {
            if (!sizes.isEmpty()) {
                turn();
            }
            int pairs = Math.min(loops.size(), bares.size());
            double[] ratios = new double[pairs];
            Arrays.setAll(ratios, i -> loops.get(i).rate() / bares.get(i).rate());
            Arrays.sort(ratios);
            double searched = Stretch.sum(loops).rate();
            double bare = Stretch.sum(bares).rate();
            return new BenchReport.Speed(
                    name,
                    targets,
                    pairs,
                    searched,
                    bare,
                    searched / bare,
                    median(ratios),
                    ratios[0],
                    ratios[pairs - 1]);
        }

        @Override
        public void close() {
            // The extractor is another's.
        }
    }

    /// @param queries in it
    private record Stretch(long queries, long nanos) {

        double rate() {
            return queries * 1e9 / Math.max(1, nanos);
        }

        static Stretch sum(List<Stretch> all) {
            return new Stretch(
                    all.stream().mapToLong(Stretch::queries).sum(),
                    all.stream().mapToLong(Stretch::nanos).sum());
        }
    }

    private static BenchReport.Speed run(
            String name,
            Searches searches,
            Searches.Group group,
            Turns turns,
            Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        warm(searches.begin(group));
        turns.begin();
        SearchRun run = searches.begin(group);
        int targets = group.vectors().rows();
        var tally = new long[targets];
        while (!run.ended()) {
            Work.pausePoint();
            run.advance(event -> tally[event.target()] = event.queries());
            events.accept(
                    new Progress(STAGE + " of " + name, Arrays.stream(tally).sum(), 0, "queries"));
        }
        return turns.end(name, targets);
    }

    /// A whole search: a long run is what the figure is about, not the compiling at its beginning.
    private static void warm(SearchRun run) throws WorkException, InterruptedException {
        while (!run.ended()) {
            Work.pausePoint();
            run.advance(_ -> {});
        }
    }

    /// The middle one, or the mean of the middle two.
    static double median(double[] values) {
        double[] rising = values.clone();
        Arrays.sort(rising);
        return (rising[(rising.length - 1) / 2] + rising[rising.length / 2]) / 2;
    }
}
