package revisage.study;

import revisage.algebra.Matrix;
import revisage.extract.Extractor;
import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.reconstruct.Findings;
import revisage.reconstruct.SearchEvent;
import revisage.reconstruct.SearchRun;
import revisage.reconstruct.VectorAnswers;
import revisage.work.Dice;
import revisage.work.Kept;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// Searches for tests: each round brightens or darkens one square of each face, and keeps what is
/// better. Few rounds, honest state.
final class ClimbingSearches implements Searches {

    private final Extractor extractor;
    private final int rounds;
    private final List<VectorAnswers> asked = new ArrayList<>();

    ClimbingSearches(Extractor extractor, int rounds) {
        this.extractor = extractor;
        this.rounds = rounds;
    }

    @Override
    public SearchRun begin(Group group) {
        var access = new VectorAnswers(extractor);
        asked.add(access);
        return new Climb(group, access);
    }

    @Override
    public SearchRun resume(Group group, Kept kept) {
        var climb = (Climb) begin(group);
        climb.round = Math.toIntExact(kept.longs("round")[0]);
        System.arraycopy(kept.floats("faces"), 0, climb.faces, 0, climb.faces.length);
        System.arraycopy(kept.doubles("cosines"), 0, climb.cosines, 0, climb.cosines.length);
        double[] marks = kept.doubles("marks");
        for (int i = 0; i < marks.length; i += 3) {
            climb.traces
                    .get((int) marks[i])
                    .add(new Findings.Mark((long) marks[i + 1], marks[i + 2]));
        }
        return climb;
    }

    @Override
    public long asked() {
        return asked.stream().mapToLong(VectorAnswers::asked).sum();
    }

    private final class Climb implements SearchRun {

        private final Group group;
        private final VectorAnswers access;
        private final int n;
        private final float[] faces;
        private final double[] cosines;
        private final List<List<Findings.Mark>> traces = new ArrayList<>();
        private int round;

        Climb(Group group, VectorAnswers access) {
            this.group = group;
            this.access = access;
            n = group.vectors().rows();
            faces = new float[n * FaceImage.VALUES];
            Arrays.fill(faces, 127.4f);
            cosines = new double[n];
            Arrays.fill(cosines, -2);
            for (int i = 0; i < n; i++) {
                traces.add(new ArrayList<>());
            }
        }

        @Override
        public boolean ended() {
            return round >= rounds;
        }

        @Override
        public void advance(Consumer<? super SearchEvent> events)
                throws WorkException, InterruptedException {
            float[] tried = faces.clone();
            for (int i = 0; i < n; i++) {
                change(tried, i);
            }
            float[] answers = access.answers(new FaceBatch(tried, n));
            round++;
            var told = new ArrayList<SearchEvent>();
            for (int i = 0; i < n; i++) {
                double cosine = cosine(answers, i);
                if (cosine > cosines[i]) {
                    cosines[i] = cosine;
                    System.arraycopy(
                            tried,
                            i * FaceImage.VALUES,
                            faces,
                            i * FaceImage.VALUES,
                            FaceImage.VALUES);
                    traces.get(i).add(new Findings.Mark(round, cosine));
                    var face = FaceImage.rounded(faces, i * FaceImage.VALUES);
                    told.add(new SearchEvent.Improved(i, round, cosine, face));
                }
                told.add(new SearchEvent.Round(i, round, cosines[i], rounds));
            }
            told.forEach(events);
        }

        private void change(float[] pixels, int target) {
            var dice = new Random(Dice.seed(group.seeds().get(target), round));
            int column = dice.nextInt(4);
            int row = dice.nextInt(4);
            float by = dice.nextFloat(-60, 60);
            int colour = dice.nextInt(3);
            for (int y = row * 28; y < row * 28 + 28; y++) {
                for (int x = column * 28; x < column * 28 + 28; x++) {
                    int at = target * FaceImage.VALUES + (y * FaceImage.SIDE + x) * 3 + colour;
                    pixels[at] = Math.clamp(pixels[at] + by, 0f, 255f);
                }
            }
        }

        private double cosine(float[] answers, int target) {
            Matrix vectors = group.vectors();
            double sum = 0;
            for (int j = 0; j < vectors.columns(); j++) {
                sum += (double) answers[target * vectors.columns() + j] * vectors.at(target, j);
            }
            return sum;
        }

        @Override
        public Kept state() {
            var marks = new ArrayList<Double>();
            for (int i = 0; i < n; i++) {
                for (Findings.Mark mark : traces.get(i)) {
                    marks.add((double) i);
                    marks.add((double) mark.queries());
                    marks.add(mark.cosine());
                }
            }
            return Kept.nothing()
                    .with("round", new long[] {round})
                    .with("faces", faces)
                    .with("cosines", cosines)
                    .with("marks", marks.stream().mapToDouble(m -> m).toArray());
        }

        @Override
        public Findings findings() {
            var found = new ArrayList<FaceImage>();
            var targets = new ArrayList<Findings.Target>();
            for (int i = 0; i < n; i++) {
                found.add(FaceImage.rounded(faces, i * FaceImage.VALUES));
                targets.add(
                        new Findings.Target(
                                round, cosines[i], traces.get(i), Findings.Ending.BUDGET));
            }
            return new Findings(found, targets);
        }
    }
}
