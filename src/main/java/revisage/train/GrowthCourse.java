package revisage.train;

import java.util.ArrayList;
import java.util.List;

/// First a student that learns to answer like the extractor, then networks that grow: each level
/// stands for a while, then the next one fades in.
///
/// As in the authors' program the level is looked up once in four batches.
///
/// **Source** Karras et al. (ICLR 2018), section 3, appendix A; `train.py` of its authors.
public final class GrowthCourse implements Course {

    private static final int GROUP = 4;

    private final Study study;
    private final Growth growth;
    private final List<Stretch> stretches = new ArrayList<>();

    /// The student's time.
    ///
    /// @param steps most, 0 or more
    /// @param batch pairs a step
    /// @param rate highest; falls to 0 with the cosine
    public record Study(long steps, int batch, double rate) {}

    /// How a network grows.
    ///
    /// @param standing faces shown while a level stands
    /// @param fading faces shown while the next one fades in
    /// @param all faces shown, at least until the last level stands
    /// @param batches pairs a step at each level, the last one's level is the last
    /// @param rate of both networks
    /// @param falling faces at the end over which the rate falls to 0; 0: it never does
    public record Growth(
            long standing,
            long fading,
            long all,
            List<Integer> batches,
            double rate,
            long falling) {

        public Growth {
            batches = List.copyOf(batches);
        }
    }

    /// Steps of one kind.
    ///
    /// @param shown faces of the growth before
    private record Stretch(long from, long shown, int level, boolean fading, int batch) {}

    /// Where a step lies.
    public sealed interface Place {

        /// The student learns.
        record Learning(long step) implements Place {}

        /// The networks grow.
        ///
        /// @param fresh whether this is the first step of a level that stands or fades in: what an
        ///   optimiser knows belongs to another network
        record Growing(Grown grown, boolean fresh) implements Place {}
    }

    private final long end;

    public GrowthCourse(Study study, Growth growth) {
        this.study = study;
        this.growth = growth;
        long step = study.steps();
        long shown = 0;
        int last = growth.batches().size() - 1;
        while (shown < growth.all()) {
            // The boundary of a fade belongs to the level that then stands, that of standing to it.
            long cycle = growth.standing() + growth.fading();
            int below = (int) Math.min(last, shown / cycle);
            boolean fading = below < last && shown - below * cycle > growth.standing();
            int level = fading ? below + 1 : below;
            int batch = growth.batches().get(level);
            long until =
                    below == last
                            ? growth.all()
                            : fading ? (below + 1) * cycle : below * cycle + growth.standing() + 1;
            stretches.add(new Stretch(step, shown, level, fading, batch));
            long group = (long) GROUP * batch;
            long groups = Math.ceilDiv(Math.min(until, growth.all()) - shown, group);
            step += groups * GROUP;
            shown += groups * group;
        }
        this.end = step;
    }

    private Stretch stretch(long step) {
        Stretch found = stretches.getFirst();
        for (Stretch s : stretches) {
            if (s.from > step) {
                break;
            }
            found = s;
        }
        return found;
    }

    /// Where a step lies.
    public Place place(long step) {
        if (step < study.steps()) {
            return new Place.Learning(step);
        }
        Stretch s = stretch(step);
        if (!s.fading) {
            return new Place.Growing(new Grown(s.level, 1), step == s.from);
        }
        long group = (step - s.from) / GROUP;
        long shown = s.shown + group * GROUP * s.batch;
        long cycle = growth.standing() + growth.fading();
        double share =
                (double) (shown - (s.level - 1) * cycle - growth.standing()) / growth.fading();
        return new Place.Growing(new Grown(s.level, Math.min(1, share)), step == s.from);
    }

    /// Side of the last level, pixels.
    public int side() {
        return Grown.side(growth.batches().size() - 1);
    }

    @Override
    public long steps() {
        return end;
    }

    @Override
    public int batch(long step) {
        return step < study.steps() ? study.batch() : stretch(step).batch;
    }

    @Override
    public long shown(long step) {
        if (step <= study.steps()) {
            return step * study.batch();
        }
        Stretch s = stretch(step);
        return study.steps() * study.batch() + s.shown + (step - s.from) * s.batch;
    }

    @Override
    public double rate(long step) {
        if (step < study.steps()) {
            return study.rate() * (1 + Math.cos(Math.PI * step / study.steps())) / 2;
        }
        long left = shown(end) - shown(step);
        return left < growth.falling() ? growth.rate() * left / growth.falling() : growth.rate();
    }

    @Override
    public String stage(long step) {
        return switch (place(step)) {
            case Place.Learning _ -> "student";
            case Place.Growing(Grown g, boolean _) ->
                    g.fading()
                            ? "%d pixels fade in".formatted(g.side())
                            : "%d pixels".formatted(g.side());
        };
    }
}
