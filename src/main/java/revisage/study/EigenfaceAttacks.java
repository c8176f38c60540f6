package revisage.study;

import revisage.algebra.Products;
import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.reconstruct.BasisFitting;
import revisage.store.StoredBasis;
import revisage.vector.VectorSet;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The attacks of this house, as a study uses them: prepared on public faces by [BasisMaking],
/// carried out by [VectorAttack], or by [NetworkAttack] where a network was trained.
public final class EigenfaceAttacks implements Attacks {

    /// Put to an extractor once for all targets, where a plan does not say.
    public static final long SHARED_QUERIES = 5_000;

    private final Engines engines;
    private final String version;
    private final long sharedQueries;

    /// @param version of the program, noted in each basis
    public EigenfaceAttacks(Engines engines, String version) {
        this(engines, version, SHARED_QUERIES);
    }

    EigenfaceAttacks(Engines engines, String version, long sharedQueries) {
        this.engines = engines;
        this.version = version;
        this.sharedQueries = sharedQueries;
    }

    @Override
    public void prepare(
            Preparation of, Extractor extractor, Path folder, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        int components = Math.clamp(of.faces().size() - 1, 1, of.components());
        try (Products products = engines.products(DeviceChoice.AUTO)) {
            new BasisMaking(
                            of.faces(),
                            of.reader(),
                            "as in the plan",
                            new BasisFitting(components, true, of.seed()),
                            Optional.of(extractor),
                            sharedQueries,
                            products,
                            version,
                            StoredBasis.Form.EXACT,
                            folder.resolve(BasisStep.BASIS))
                    .run(events);
        }
    }

    @Override
    public void rebuild(
            Rebuilding of, Extractor extractor, Path folder, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        if (of.network().isPresent()) {
            new NetworkAttack(
                            leaked(of),
                            extractor,
                            of.network().get(),
                            of.seed(),
                            DeviceChoice.AUTO,
                            engines,
                            folder)
                    .run(event -> show(event, events));
            return;
        }
        attack(of, extractor, folder).run(event -> show(event, events));
    }

    /// Tells how the whole stands.
    static void show(ReconstructionEvent event, Consumer<? super Progress> events) {
        switch (event) {
            case ReconstructionEvent.Standing(Progress standing) -> events.accept(standing);
            case ReconstructionEvent.Searching _, ReconstructionEvent.Rebuilt _ -> {}
        }
    }

    private VectorSet leaked(Rebuilding of) throws WorkException, InterruptedException {
        VectorSet all = engines.vectorFiles().read(of.leak());
        int count = Math.min(all.count(), of.targets());
        return all.chosen(IntStream.range(0, count).toArray());
    }

    /// What [#rebuild] runs for a search.
    VectorAttack attack(Rebuilding of, Extractor extractor, Path folder)
            throws WorkException, InterruptedException {
        var attack = of.attack();
        var spec =
                SearchChoice.spec(
                        attack.search(),
                        attack.queries().map(OptionalLong::of).orElse(OptionalLong.empty()),
                        attack.stopAtCosine()
                                .map(OptionalDouble::of)
                                .orElse(OptionalDouble.empty()));
        return new VectorAttack(
                leaked(of),
                extractor,
                of.basis().orElseThrow(),
                spec,
                of.seed(),
                attack.seconds().map(Duration::ofSeconds),
                DeviceChoice.AUTO,
                engines,
                folder);
    }
}
