package revisage.window.shell;

import revisage.extract.CardFiles;
import revisage.extract.ModelCard;
import revisage.match.Cards;
import revisage.people.LabelledFolder;
import revisage.project.Project;
import revisage.project.ProjectFile;
import revisage.project.ProjectFile.GalleryEntry;
import revisage.study.FaceCutting;
import revisage.study.FakeEngines;
import revisage.study.FolderEmbedding;
import revisage.study.GalleryMaking;
import revisage.work.Sha256;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// A small project of people who are coloured squares: nobody's face, and no native code.
public final class PaintedProject {

    public static final int LEAKED = 6;

    private static final int ENROLLED = 12;
    private static final int PUBLIC = 30;

    private PaintedProject() {}

    /// @param enrolled whether there is a gallery already
    public static Project make(Path folder, boolean enrolled) throws Exception {
        Files.createDirectories(folder);
        var engines = new FakeEngines();
        paint(folder.resolve("leaked"), 0, LEAKED, 1);
        paint(folder.resolve("people"), 0, ENROLLED, 3);
        paint(folder.resolve("public"), 100, PUBLIC, 1);
        Path f = model(folder.resolve("f.onnx"));
        Path g = model(folder.resolve("b.onnx"));
        try (var extractor =
                        engines.extractors().open(f, card(f), revisage.extract.DeviceChoice.CPU);
                var reader = FaceCutting.ALIGNED.open(engines)) {
            new FolderEmbedding(
                            LabelledFolder.scan(folder.resolve("leaked")),
                            reader.reader(),
                            FaceCutting.ALIGNED.words(),
                            extractor,
                            engines.vectorFiles(),
                            folder.resolve("leak.npy"))
                    .run(_ -> {});
        }
        ProjectFile file =
                ProjectFile.empty("Coloured squares")
                        .withLeak("leak.npy")
                        .withExtractor("f.onnx")
                        .withExtractor("b.onnx")
                        .withFaces(
                                Optional.of("leaked"), Optional.of("public"), Optional.empty(), 12)
                        .ofSyntheticPeople();
        if (enrolled) {
            GalleryMaking.usual(
                            engines,
                            LabelledFolder.scan(folder.resolve("people")),
                            FaceCutting.ALIGNED,
                            g,
                            folder.resolve("gallery-g"))
                    .run(_ -> {});
            file = file.withGallery(new GalleryEntry("gallery-g", "b.onnx", Optional.empty()));
        }
        var project = new Project(folder, file);
        project.save();
        return project;
    }

    /// Other vectors in the same file.
    public static void overwriteLastVector(Project project) throws Exception {
        Path leak = project.resolve(project.file().leak().orElseThrow());
        byte[] bytes = Files.readAllBytes(leak);
        bytes[bytes.length - 1] ^= (byte) 0x80; // the sign of its last number
        Files.write(leak, bytes);
        Files.setLastModifiedTime(leak, FileTime.from(Instant.now().plusSeconds(5)));
    }

    private static void paint(Path folder, int first, int people, int photos) throws Exception {
        for (int person = first; person < first + people; person++) {
            Path own = folder.resolve(String.format(Locale.ROOT, "Person_%03d", person));
            Files.createDirectories(own);
            for (int photo = 0; photo < photos; photo++) {
                FakeEngines.paint(own.resolve(photo + ".png"), person, photo, 0.2);
            }
        }
    }

    private static Path model(Path file) throws Exception {
        Files.writeString(file, file.getFileName().toString());
        CardFiles.write(card(file), CardFiles.beside(file));
        return file;
    }

    private static ModelCard card(Path file) throws Exception {
        ModelCard card =
                Cards.of(file.getFileName().toString().replace(".onnx", ""), FakeEngines.DIMENSION);
        return new ModelCard(
                card.name(),
                Sha256.of(file),
                card.input(),
                card.output(),
                card.licence(),
                card.source(),
                card.paper());
    }
}
