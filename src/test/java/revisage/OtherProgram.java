package revisage;

import java.util.ArrayList;
import java.util.List;

/// A program of the tests in a virtual machine of its own.
public final class OtherProgram {

    private OtherProgram() {}

    /// @param main whose `main` it runs
    public static ProcessBuilder of(Class<?> main, String... arguments) {
        var command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
