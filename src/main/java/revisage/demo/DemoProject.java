package revisage.demo;

import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.face.FaceImage;
import revisage.people.LabelledFolder;
import revisage.people.Portrait;
import revisage.people.WhichFace;
import revisage.people.synthetic.SyntheticPeople;
import revisage.project.Project;
import revisage.project.ProjectFile;
import revisage.store.PeopleFolder;
import revisage.store.ShippedModels;
import revisage.store.StoredBasis;
import revisage.study.Engines;
import revisage.study.FaceCutting;
import revisage.study.FolderEmbedding;
import revisage.study.GalleryMaking;
import revisage.work.Dice;
import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.WholeFile;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The demo as a project for the window: synthetic people, the vectors of some of them, the two
/// extractors that come with the program, a gallery of each, and a prepared basis. What is left to
/// do is what the window is for: rebuild, look, count.
///
/// Made once; the same folder is opened again as it was left. An interrupted making goes on.
///
/// @param folder of the project
public record DemoProject(Path folder, ShippedModels models, Engines engines)
        implements Work<Progress, Project> {

    private static final int PEOPLE = 400;
    private static final int PHOTOS = 3;
    private static final int TARGETS = 24;
    private static final long SEED = Dice.seed(1, Dice.of("people of the demo's project"));
    private static final String LEAK = "leak.npy";

    /// @throws revisage.store.StoreException if a model is missing
    @Override
    public Project run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        if (Project.is(folder)) {
            Project before = Project.open(folder);
            if (before.file().extractors().stream()
                    .allMatch(e -> Files.isRegularFile(before.resolve(e)))) {
                return before;
            }
        }
        Path res = models.extractor(ShippedModels.RES);
        Path efficient = models.extractor(ShippedModels.EFFICIENT);
        Path people = folder.resolve("people");
        new PeopleFolder(people, SEED, PEOPLE, PHOTOS, FaceImage.SIDE).run(events);
        LabelledFolder everybody = LabelledFolder.scan(people);
        leak(everybody, res, events);
        int axes = basis();
        var bare = new Project(folder, ProjectFile.empty("Demo: synthetic people"));
        ProjectFile file =
                bare.file()
                        .ofSyntheticPeople()
                        .withLeak(LEAK)
                        .withExtractor(bare.name(res))
                        .withExtractor(bare.name(efficient))
                        .withFaces(Optional.of("people"), Optional.empty(), Optional.empty(), axes);
        for (String name : List.of(ShippedModels.EFFICIENT, ShippedModels.RES)) {
            Path onnx = models.extractor(name);
            Path gallery = folder.resolve("gallery-" + name);
            enrol(everybody, onnx, gallery, events);
            file =
                    file.withGallery(
                            new ProjectFile.GalleryEntry(
                                    bare.name(gallery), bare.name(onnx), Optional.of("people")));
        }
        Project made = bare.saying(file);
        made.save();
        return made;
    }

    /// One photo of each of the first people.
    private void leak(LabelledFolder everybody, Path onnx, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        Path target = folder.resolve(LEAK);
        if (Files.exists(target)) {
            return;
        }
        Set<String> leaked =
                IntStream.range(0, TARGETS)
                        .mapToObj(SyntheticPeople::label)
                        .collect(Collectors.toSet());
        LabelledFolder theirs = everybody.keeping(p -> leaked.contains(p.person()) && first(p));
        try (Extractor extractor = engines.extractors().open(onnx, DeviceChoice.AUTO);
                var faces = cutting().open(engines)) {
            new FolderEmbedding(
                            theirs,
                            faces.reader(),
                            cutting().words(),
                            extractor,
                            engines.vectorFiles(),
                            target)
                    .run(events);
        }
    }

    private static boolean first(Portrait portrait) {
        return portrait.id().endsWith("_0000.png");
    }

    private static FaceCutting cutting() {
        return new FaceCutting(Optional.empty(), WhichFace.LARGEST);
    }

    private void enrol(
            LabelledFolder everybody, Path onnx, Path gallery, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        if (Files.exists(gallery)) {
            return;
        }
        GalleryMaking.usual(engines, everybody, cutting(), onnx, gallery).run(events);
    }

    /// Copies the prepared basis to where the window looks for it.
    ///
    /// @return its axes
    private int basis() throws WorkException, InterruptedException {
        Path shipped = models.basis(ShippedModels.RES);
        int axes = StoredBasis.read(shipped).basis().components();
        Path own = folder.resolve("basis-" + ShippedModels.RES + "-" + axes);
        try {
            Files.createDirectories(own);
        } catch (IOException e) {
            throw FileException.of("make the folder", own, e);
        }
        WholeFile.write(
                "copy the basis",
                own.resolve("basis.safetensors"),
                half -> Files.copy(shipped, half, StandardCopyOption.REPLACE_EXISTING));
        return axes;
    }
}
