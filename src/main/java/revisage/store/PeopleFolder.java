package revisage.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import revisage.people.synthetic.Sitting;
import revisage.people.synthetic.SyntheticPeople;
import revisage.people.synthetic.SyntheticPhoto;
import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.WholeFile;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Writes synthetic people as LFW lies on disk: a folder a person, `p000012/p000012_0003.png`, with
/// `manifest.csv` (see [PeopleManifest]) and `people.json`, which says what made them.
///
/// Pictures that are there already stay as they are; a folder of the same people may be made
/// larger. Persons and photos count from 0.
///
/// @param folder made if it is missing; empty, or of the same seed and size
/// @param seed of all people
/// @param people 1 or more
/// @param photos of each, 1 or more
/// @param side edge in pixels, 112..512
public record PeopleFolder(Path folder, long seed, int people, int photos, int side)
        implements Work<Progress, PeopleFolder.Written> {

    private static final String MADE_BY = "people.json";
    private static final String REMEDY = "Name an empty or new folder.";

    /// What was done.
    ///
    /// @param made pictures drawn now
    /// @param kept pictures that were there
    public record Written(int made, int kept) {}

    /// @throws StoreException if the folder holds something else, or other people
    @Override
    public Written run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        refuseForeign();
        try (var _ = FolderLock.take(folder)) {
            refuseForeign();
            WholeFile.write(
                    "write what made the people",
                    folder.resolve(MADE_BY),
                    half -> Files.writeString(half, header()));
            return draw(events);
        }
    }

    private Written draw(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        if (complete()) {
            return new Written(0, people * photos);
        }
        var source = new SyntheticPeople(seed);
        var made = new AtomicInteger();
        var rows = new ArrayList<PeopleManifest.Row>();
        List<Future<List<PeopleManifest.Row>>> waiting = new ArrayList<>();
        int threads = Runtime.getRuntime().availableProcessors();
        try (var lanes = Executors.newFixedThreadPool(threads)) {
            try {
                for (int p = 0; p < people; p++) {
                    waiting.add(lanes.submit(person(source, p, made)));
                }
                for (int p = 0; p < people; p++) {
                    rows.addAll(waiting.get(p).get());
                    events.accept(
                            new Progress(
                                    "Drawing people",
                                    (long) (p + 1) * photos,
                                    (long) people * photos,
                                    "photos"));
                }
            } catch (ExecutionException e) {
                throw failure(e);
            } finally {
                lanes.shutdownNow();
            }
        }
        PeopleManifest.write(rows, side, folder.resolve(PeopleManifest.FILE));
        return new Written(made.get(), people * photos - made.get());
    }

    /// Whether an earlier run came to its end and nothing is missing.
    private boolean complete() throws WorkException {
        Path list = folder.resolve(PeopleManifest.FILE);
        if (Files.notExists(list)) {
            return false;
        }
        try (var lines = Files.lines(list)) {
            if (lines.count() != 1 + (long) people * photos) {
                return false;
            }
        } catch (IOException e) {
            throw FileException.of("read the list of people", list, e);
        }
        return IntStream.range(0, people * photos)
                .mapToObj(i -> PeopleManifest.file(i / photos, i % photos))
                .allMatch(name -> Files.exists(folder.resolve(name)));
    }

    private static WorkException failure(ExecutionException e) throws InterruptedException {
        return switch (e.getCause()) {
            case WorkException w -> w;
            case InterruptedException i -> throw i;
            case RuntimeException r -> throw r;
            case Error r -> throw r;
            case null, default -> new StoreException("The people cannot be drawn.", REMEDY, e);
        };
    }

    private Callable<List<PeopleManifest.Row>> person(
            SyntheticPeople source, int person, AtomicInteger made) {
        return () -> {
            var rows = new ArrayList<PeopleManifest.Row>();
            for (int photo = 0; photo < photos; photo++) {
                Work.pausePoint();
                String name = PeopleManifest.file(person, photo);
                Path file = folder.resolve(name);
                Sitting sitting;
                if (Files.exists(file)) {
                    sitting = source.sitting(person, photo);
                } else {
                    SyntheticPhoto taken = source.portrait(person, photo, side);
                    write(taken, file);
                    sitting = taken.sitting();
                    made.incrementAndGet();
                }
                rows.add(new PeopleManifest.Row(person, photo, name, sitting));
            }
            return rows;
        };
    }

    private static void write(SyntheticPhoto taken, Path file)
            throws WorkException, InterruptedException {
        PlainPicture.write(taken.photo(), file);
    }

    private void refuseForeign() throws WorkException {
        Path mark = folder.resolve(MADE_BY);
        try {
            if (Files.notExists(folder)) {
                return;
            }
            if (!Files.isDirectory(folder)) {
                throw new StoreException("%s is a file, not a folder.".formatted(folder), REMEDY);
            }
            if (Files.exists(mark)) {
                if (!same(Files.readString(mark))) {
                    throw new StoreException(
                            "%s holds people of another seed, size or version.".formatted(folder),
                            REMEDY);
                }
                return;
            }
            try (var entries = Files.list(folder)) {
                if (entries.anyMatch(e -> !String.valueOf(e.getFileName()).startsWith("."))) {
                    throw new StoreException(
                            "%s is not empty and was not made by this verb.".formatted(folder),
                            REMEDY);
                }
            }
        } catch (IOException e) {
            throw FileException.of("look into the folder", folder, e);
        }
    }

    private boolean same(String text) {
        try {
            return facts().equals(new ObjectMapper().readTree(text));
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    private String header() {
        return facts().toPrettyString() + "\n";
    }

    private JsonNode facts() {
        ObjectNode facts = new ObjectMapper().createObjectNode();
        facts.put("what", "synthetic people, made by code: nobody is shown");
        facts.put("seed", Long.toString(seed));
        facts.put("side", side);
        facts.put("generation", SyntheticPeople.GENERATION);
        return facts;
    }
}
