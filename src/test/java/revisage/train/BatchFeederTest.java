package revisage.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import revisage.face.FaceImage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class BatchFeederTest {

    /// Forty faces of ten people, each of one colour that tells its number.
    private static final LabelledFaces FACES =
            new LabelledFaces() {
                @Override
                public int count() {
                    return 43;
                }

                @Override
                public int people() {
                    return 10;
                }

                @Override
                public int person(int i) {
                    return i % 10;
                }

                @Override
                public void copy(int i, byte[] rgb) {
                    Arrays.fill(rgb, (byte) i);
                }
            };

    private static List<Batch> batches(long from, long end) throws Exception {
        Split split = Split.of(FACES, new ExtractorPlan.HeldOut(0, Optional.empty()), 1);
        var augmenter = new Augmenter(Augmentation.NOTHING_SAID.complete());
        var all = new ArrayList<Batch>();
        try (var feeder = new BatchFeeder(FACES, split, augmenter, 8, 8, from, end)) {
            for (long i = from; i < end; i++) {
                Batch batch = feeder.next();
                all.add(new Batch(batch.pixels().clone(), batch.people().clone()));
            }
        }
        return all;
    }

    private static int face(Batch batch, int i) {
        return Math.round(batch.pixels()[i * FaceImage.VALUES] * 127.5f + 127.5f);
    }

    @Test
    void anEpochShowsNoFaceTwiceAndEachWithItsPerson() throws Exception {
        var seen = new ArrayList<Integer>();
        for (Batch batch : batches(0, 5)) {
            for (int i = 0; i < batch.count(); i++) {
                seen.add(face(batch, i));
                assertEquals(face(batch, i) % 10, batch.people()[i]);
            }
        }
        assertEquals(40, seen.stream().distinct().count());
    }

    @Test
    void whereverItBeginsTheBatchesAreTheSame() throws Exception {
        List<Batch> all = batches(0, 12);
        for (int from : new int[] {1, 5, 7}) {
            List<Batch> rest = batches(from, 12);
            for (int i = from; i < 12; i++) {
                assertArrayEquals(all.get(i).people(), rest.get(i - from).people());
                assertArrayEquals(all.get(i).pixels(), rest.get(i - from).pixels());
            }
        }
    }

    @Test
    void epochsComeInAnotherOrder() throws Exception {
        List<Batch> all = batches(0, 10);
        int same = 0;
        for (int i = 0; i < 8; i++) {
            same += face(all.getFirst(), i) == face(all.get(5), i) ? 1 : 0;
        }
        assertEquals(true, same < 8, "the second epoch repeats the first");
    }
}
