package revisage.cli;

import picocli.CommandLine.IVersionProvider;

import java.util.Optional;

/// The program's version, as built.
public final class Version implements IVersionProvider {

    /// For example `0.1.0`; `development` when run from classes.
    public static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Revisage " + text()};
    }
}
