package revisage.study;

import revisage.algebra.Matrix;
import revisage.algebra.Products;
import revisage.extract.Extractor;
import revisage.extract.ModelCard;
import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.reconstruct.ReconstructorSpec;
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
/// one run, by turns (A B, B A, A B ..), so that a machine that slows down slows both.
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
            for (String name : List.of("full-vector", "reference")) {
                var spec = SearchChoice.spec(name, OptionalLong.empty(), OptionalDouble.empty());
                var recorded = new Recorded(extractor, new ArrayList<>());
                try (var searches =
                        new BasisSearches(
                                ReconstructionRun.searched(spec),
                                stored.basis(),
                                Optional.of(known),
                                recorded,
                                products)) {
                    var group = group(spec);
                    speeds.add(new Pairs(name, searches, group, recorded).run(events));
                }
            }
            return speeds;
        }
    }

    private Searches.Group group(ReconstructorSpec spec)
            throws WorkException, InterruptedException {
        VectorSet leaked = ground.bench().engines().vectorFiles().read(ground.leakedVectors());
        int most =
                switch (spec) {
                    case ReconstructorSpec.Reference _ -> REFERENCE;
                    case ReconstructorSpec.Linear _,
                            ReconstructorSpec.FullVector _,
                            ReconstructorSpec.Score _ ->
                            FULL_VECTOR;
                };
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

    /// Remembers how large the batches were.
    private record Recorded(Extractor extractor, List<Integer> sizes) implements Extractor {

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
            sizes.add(faces.count());
            return extractor.embed(faces);
        }

        @Override
        public void close() {
            // The extractor is another's.
        }
    }

    /// Scratch of one loop.
    private final class Pairs {

        private final String name;
        private final Searches searches;
        private final Searches.Group group;
        private final Recorded recorded;
        private SearchRun run;

        Pairs(String name, Searches searches, Searches.Group group, Recorded recorded)
                throws WorkException, InterruptedException {
            this.name = name;
            this.searches = searches;
            this.group = group;
            this.recorded = recorded;
            run = searches.begin(group);
        }

        BenchReport.Speed run(Consumer<? super Progress> events)
                throws WorkException, InterruptedException {
            int pairs = ground.plan().pairs();
            double[] loops = new double[pairs];
            double[] bares = new double[pairs];
            double[] ratios = new double[pairs];
            loop(); // the first of each is for warming up
            bare();
            for (int i = 0; i < pairs; i++) {
                events.accept(new Progress(STAGE + " of " + name, i, pairs, "pairs"));
                if (i % 2 == 0) {
                    loops[i] = loop();
                    bares[i] = bare();
                } else {
                    bares[i] = bare();
                    loops[i] = loop();
                }
                ratios[i] = loops[i] / bares[i];
            }
            Arrays.sort(ratios);
            return new BenchReport.Speed(
                    name,
                    group.vectors().rows(),
                    median(loops),
                    median(bares),
                    median(ratios),
                    ratios[0],
                    ratios[pairs - 1]);
        }

        private double loop() throws WorkException, InterruptedException {
            recorded.sizes().clear();
            long asked = searches.asked();
            long from = System.nanoTime();
            do {
                Work.pausePoint();
                if (run.ended()) {
                    run = searches.begin(group);
                }
                run.advance(_ -> {});
            } while (System.nanoTime() - from < ground.plan().slice().toNanos());
            return (searches.asked() - asked) * 1e9 / (System.nanoTime() - from);
        }

        /// The batches of the newest loop again, without the search.
        private double bare() throws WorkException, InterruptedException {
            int largest = recorded.sizes().stream().mapToInt(s -> s).max().orElse(1);
            float[] grey = new float[largest * FaceImage.VALUES];
            Arrays.fill(grey, 127.5f);
            long shown = 0;
            long from = System.nanoTime();
            for (int size : List.copyOf(recorded.sizes())) {
                Work.pausePoint();
                recorded.extractor().embed(new FaceBatch(grey, size));
                shown += size;
            }
            return shown * 1e9 / (System.nanoTime() - from);
        }
    }

    /// The middle one, or the mean of the middle two.
    static double median(double[] values) {
        double[] rising = values.clone();
        Arrays.sort(rising);
        return (rising[(rising.length - 1) / 2] + rising[rising.length / 2]) / 2;
    }
}
