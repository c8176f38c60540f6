package revisage.study;

import revisage.extract.ModelNames;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the attacked extractors of a report are called, where no gallery names them: the folders of
/// reconstructions do.
public final class AttackedNames {

    private AttackedNames() {}

    /// By SHA-256, [told apart][ModelNames#apart(Map)].
    ///
    /// @param folders of probes; those of photos, and those without settings, name nothing
    /// @throws WorkException if a folder's settings cannot be read
    public static Map<String, String> of(SweepReport report, Collection<Path> folders)
            throws WorkException {
        var names = new LinkedHashMap<String, String>();
        for (Path folder : folders) {
            Path file = folder.resolve(ReconstructionSettings.FILE);
            if (Files.exists(file)) {
                var settings = ReconstructionSettings.read(file);
                names.put(settings.extractorSha256(), settings.extractor());
            }
        }
        report.galleries().forEach(g -> names.put(g.sha256(), g.extractor()));
        return ModelNames.apart(names);
    }
}
