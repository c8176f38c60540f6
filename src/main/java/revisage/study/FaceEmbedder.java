package revisage.study;

import revisage.extract.Extractor;
import revisage.face.FaceImage;
import revisage.people.FaceReader;
import revisage.people.FaceResult;
import revisage.people.FaceStream;
import revisage.people.Portrait;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Reads pictures and embeds their faces, block by block in the order given, so that a run that was
/// cut between two blocks goes on to the same bytes.
final class FaceEmbedder {

    /// Pictures a block.
    static final int BLOCK = 64;

    private final FaceReader reader;
    private final Extractor extractor;

    FaceEmbedder(FaceReader reader, Extractor extractor) {
        this.reader = reader;
        this.extractor = extractor;
    }

    interface Taker {

        /// @param vectors `(usable results, d)`
        void take(List<FaceResult> results, float[] vectors)
                throws WorkException, InterruptedException;
    }

    /// @param done pictures at the beginning that are embedded already; a multiple of [#BLOCK]
    void embed(
            String stage,
            List<Portrait> portraits,
            int done,
            Taker taker,
            Consumer<? super Progress> progress)
            throws WorkException, InterruptedException {
        progress.accept(new Progress(stage, done, portraits.size(), "faces"));
        try (FaceStream stream = reader.open(portraits.subList(done, portraits.size()))) {
            for (int from = done; from < portraits.size(); from += BLOCK) {
                int to = Math.min(portraits.size(), from + BLOCK);
                var results = new ArrayList<FaceResult>();
                var faces = new ArrayList<FaceImage>();
                for (int i = from; i < to; i++) {
                    Work.pausePoint();
                    FaceResult result = stream.next().orElseThrow();
                    results.add(result);
                    switch (result) {
                        case FaceResult.Usable usable -> faces.add(usable.face());
                        case FaceResult.Excluded _ -> {}
                    }
                }
                float[] vectors = faces.isEmpty() ? new float[0] : extractor.embed(faces).toArray();
                taker.take(List.copyOf(results), vectors);
                progress.accept(new Progress(stage, to, portraits.size(), "faces"));
            }
        }
    }
}
