package revisage.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

class GrowthCourseTest {

    private static final GrowthCourse.Study NONE = new GrowthCourse.Study(0, 32, 1e-3);

    private static Vec2FacePlan plan(String schedule, int side) {
        return new Vec2FacePlan(
                Optional.empty(),
                Optional.of(side),
                Optional.empty(),
                Optional.of(schedule),
                Optional.empty(),
                Optional.of(
                        new Vec2FacePlan.Student(
                                Optional.empty(),
                                Optional.of(0.0),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                Optional.empty());
    }

    private static long first(GrowthCourse course, int side) {
        long step = 0;
        long ahead = course.steps();
        while (step < ahead) {
            long middle = (step + ahead) / 2;
            if (course.place(middle) instanceof GrowthCourse.Place.Growing(Grown g, boolean _)
                    && (g.side() < side || g.side() == side && g.fading())) {
                step = middle + 1;
            } else {
                ahead = middle;
            }
        }
        return step;
    }

    /// The timeline of the paper: 64 pixels stand after 4,800 kimg, 128 after 6,000, 256 after
    /// 7,200; 15,000 in all.
    @Test
    void thePapersTimeline() {
        GrowthCourse course = plan("paper", 256).course(1_000_000);
        assertEquals(15_000_000, course.shown(course.steps()), 512);
        assertEquals(4_800_000, course.shown(first(course, 64)), 512);
        assertEquals(6_000_000, course.shown(first(course, 128)), 512);
        assertEquals(7_200_000, course.shown(first(course, 256)), 512);
        int[] batches = {128, 128, 128, 64, 32, 16, 8};
        for (int level = 0; level < 7; level++) {
            assertEquals(batches[level], course.batch(first(course, 4 << level)), "level " + level);
        }
        assertEquals(8, course.batch(course.steps() - 1));
        assertEquals(0.001, course.rate(12345));
    }

    @Test
    void moreDevicesTakeLargerBatches() {
        assertEquals(List.of(128, 128, 128, 64, 32, 16, 8, 4, 4), PaperBatches.of(1, 9));
        assertEquals(List.of(256, 256, 128, 64, 32, 16, 8), PaperBatches.of(2, 7));
        assertEquals(List.of(512, 256, 128, 64, 32, 16), PaperBatches.of(4, 6));
        assertEquals(List.of(512, 256, 128, 64, 32, 32), PaperBatches.of(8, 6));
    }

    /// 100 faces stand, 100 fade, 500 in all, 8 a step: groups of 32. By hand.
    @Test
    void aShortCourseByHand() {
        var course =
                new GrowthCourse(
                        NONE, new GrowthCourse.Growth(100, 100, 500, List.of(8, 8, 8), 0.001, 128));
        // 4 pixels at 0, 32, 64, 96; fading from 128 (share .28), 160 (.6), 192 (.92);
        // 8 pixels at 224, 256, 288; fading 320 (.2), 352, 384 (.84); 16 pixels at 416..480.
        assertEquals("4 pixels", course.stage(15));
        assertEquals("8 pixels fade in", course.stage(16));
        assertEquals(new GrowthCourse.Place.Growing(new Grown(1, 0.28), true), course.place(16));
        assertEquals(new GrowthCourse.Place.Growing(new Grown(1, 0.28), false), course.place(19));
        assertEquals(new GrowthCourse.Place.Growing(new Grown(1, 0.6), false), course.place(20));
        assertEquals(new GrowthCourse.Place.Growing(new Grown(1, 1), true), course.place(28));
        assertEquals(new GrowthCourse.Place.Growing(new Grown(2, 0.2), true), course.place(40));
        assertEquals(new GrowthCourse.Place.Growing(new Grown(2, 1), true), course.place(52));
        assertEquals(64, course.steps());
        // The last 128 of 512 faces are steps 48 to 63.
        assertEquals(0.001, course.rate(48));
        assertEquals(0.0005, course.rate(56));
        assertEquals(0.001 / 16, course.rate(63), 1e-12);
        assertEquals(512, course.shown(64));
        assertEquals(16, course.side());
    }

    @Test
    void whatIsShownIsTheSumOfTheBatches() {
        var course =
                new GrowthCourse(
                        new GrowthCourse.Study(5, 32, 1e-3),
                        new GrowthCourse.Growth(100, 50, 900, List.of(16, 8, 4), 0.001, 0));
        long shown = 0;
        var fresh = new HashSet<String>();
        for (long step = 0; step < course.steps(); step++) {
            assertEquals(shown, course.shown(step), "step " + step);
            shown += course.batch(step);
            if (course.place(step) instanceof GrowthCourse.Place.Growing(Grown g, boolean f) && f) {
                assertTrue(fresh.add(g.level() + " " + g.fading()));
            }
        }
        assertEquals(shown, course.shown(course.steps()));
        assertEquals(5, fresh.size());
        assertEquals("student", course.stage(4));
        assertEquals(1e-3, course.rate(0));
        assertEquals(1e-3 * (1 + Math.cos(Math.PI * 0.8)) / 2, course.rate(4), 1e-12);
    }
}
