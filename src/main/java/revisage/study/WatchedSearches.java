package revisage.study;

import revisage.reconstruct.Findings;
import revisage.reconstruct.SearchEvent;
import revisage.reconstruct.SearchRun;
import revisage.work.Kept;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.function.Consumer;

/// Searches that put what they find into an album, and may end when a goal is reached.
///
/// @param untilGoal whether a group ends when all of its targets have reached it
record WatchedSearches(Searches inner, FaceAlbum album, boolean untilGoal) implements Searches {

    @Override
    public SearchRun begin(Group group) throws WorkException, InterruptedException {
        return new Watched(inner.begin(group), group, false);
    }

    @Override
    public SearchRun resume(Group group, Kept kept) throws WorkException, InterruptedException {
        return new Watched(inner.resume(group, kept), group, true);
    }

    @Override
    public long asked() {
        return inner.asked();
    }

    private final class Watched implements SearchRun {

        private final SearchRun run;
        private final Group group;
        private boolean moved; // a run that never asked has nothing to show

        Watched(SearchRun run, Group group, boolean moved) {
            this.run = run;
            this.group = group;
            this.moved = moved;
        }

        @Override
        public boolean ended() {
            return run.ended()
                    || (untilGoal && moved && group.seeds().stream().allMatch(album::reached));
        }

        @Override
        public void advance(Consumer<? super SearchEvent> events)
                throws WorkException, InterruptedException {
            var better = new ArrayList<SearchEvent.Improved>();
            run.advance(
                    event -> {
                        events.accept(event);
                        switch (event) {
                            case SearchEvent.Improved improved -> better.add(improved);
                            case SearchEvent.Asked _, SearchEvent.Round _ -> {}
                        }
                    });
            moved = true;
            for (SearchEvent.Improved improved : better) {
                album.keep(group.seeds().get(improved.target()), improved);
            }
        }

        @Override
        public Kept state() {
            return run.state();
        }

        @Override
        public Findings findings() throws WorkException, InterruptedException {
            return run.findings();
        }
    }
}
