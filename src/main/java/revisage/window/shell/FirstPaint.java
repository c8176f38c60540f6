package revisage.window.shell;

import javafx.animation.AnimationTimer;

import java.lang.management.ManagementFactory;
import java.util.function.Consumer;

/// Tells how long after the start of the process the window could be used, where
/// `-Drevisage.startup` is `told` or `once`. `once` also shows every screen and closes the window:
/// the build readies the program's classes with such a start (`packaging/bin/revisage`).
final class FirstPaint extends AnimationTimer {

    private static final int DRAWN = 3; // pulses after which the first picture is on the screen

    private final Workbench.Opened window;
    private final Consumer<String> told;
    private final Runnable close;
    private final boolean once;
    private int pulses;
    private int screen;

    private FirstPaint(
            Workbench.Opened window, Consumer<String> told, Runnable close, boolean once) {
        this.window = window;
        this.told = told;
        this.close = close;
        this.once = once;
    }

    /// Does nothing where nobody asks.
    static void watch(Workbench.Opened window, Consumer<String> told, Runnable close) {
        String asked = System.getProperty("revisage.startup", "");
        if (asked.equals("told") || asked.equals("once")) {
            new FirstPaint(window, told, close, asked.equals("once")).start();
        }
    }

    @Override
    public void handle(long now) {
        pulses++;
        if (pulses == DRAWN) {
            long begun = ManagementFactory.getRuntimeMXBean().getStartTime();
            told.accept("window: usable after " + (System.currentTimeMillis() - begun) + " ms");
        } else if (pulses > DRAWN && once) {
            if (screen < window.screens().steps().size()) {
                window.shell().show(window.screens().steps().get(screen++).screen());
            } else {
                stop();
                close.run();
            }
        } else if (pulses > DRAWN) {
            stop();
        }
    }
}
