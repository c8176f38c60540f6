package revisage.app;

import revisage.study.Engines;

import java.nio.file.Path;

/// The engines that the program is built with, for tests of other rooms.
public final class RealEngines {

    private RealEngines() {}

    public static Engines make() {
        return new Cellar(Path.of(""));
    }
}
