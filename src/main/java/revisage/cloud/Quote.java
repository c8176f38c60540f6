package revisage.cloud;

import revisage.work.Sha256;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// All that a user sees before anything is sent: how many calls, what they cost at most, how long
/// it takes, what stays there. Confirmed by its digest, for this very run.
///
/// @param plan what is to be asked
/// @param terms what the provider asks and keeps
/// @param needed calls without any repeat, by kind
/// @param spare calls for repeats after faults, and to look what was done
public record Quote(CloudPlan plan, Terms terms, Map<Call, Long> needed, long spare) {

    /// Above this highest cost the confirmation is typed.
    static final BigDecimal TYPED_COST = BigDecimal.TEN;

    /// Above this number of faces the confirmation is typed.
    static final int TYPED_FACES = 1_000;

    /// Calls that only cleaning up may use, so that a run out of calls can still delete.
    static final int CLEANING = 12;

    /// How often a training is looked at, at most.
    static final int LOOKS = 60;

    /// Who the account is, and whether it may.
    private static final long TESTS = 2;

    /// Spare calls, as a share of the needed ones, where nothing else is asked for.
    public static final double USUAL_SPARE = 0.2;

    /// More spare than this share is no precaution any more.
    public static final double MOST_SPARE = 10;

    private static final int LEAST_SPARE = 40;

    public Quote {
        needed = Collections.unmodifiableMap(new EnumMap<>(needed));
    }

    /// With the usual spare.
    ///
    /// @throws CloudPlanException if plan and terms are of two providers
    public static Quote of(CloudPlan plan, PriceTable prices) throws CloudPlanException {
        return of(plan, prices, USUAL_SPARE);
    }

    /// @param spareShare spare calls as a share of the needed ones, 0..10; 40 calls are always
    ///   spare
    /// @throws CloudPlanException if the share is none, or the table does not know the provider
    public static Quote of(CloudPlan plan, PriceTable prices, double spareShare)
            throws CloudPlanException {
        if (!(spareShare >= 0 && spareShare <= MOST_SPARE)) {
            throw new CloudPlanException(
                    "Spare calls are a share of 0 to %.0f, not %s."
                            .formatted(MOST_SPARE, spareShare),
                    "Take 0.2 for a fifth.");
        }
        ServiceCard card = plan.card();
        var calls = new EnumMap<Call, Long>(Call.class);
        calls.put(Call.TEST, TESTS);
        calls.put(Call.CREATE_GALLERY, 1L);
        card.enrolCalls().forEach(c -> calls.merge(c, (long) plan.enrol().size(), Long::sum));
        if (card.trains()) {
            calls.put(Call.TRAIN, 1L);
            calls.put(Call.ASK_TRAINING, (long) LOOKS);
        }
        card.searchCalls().forEach(c -> calls.merge(c, (long) plan.ask().size(), Long::sum));
        calls.put(Call.DELETE_GALLERY, 1L);
        calls.put(Call.ASK_GALLERY, 1L);
        long sum = calls.values().stream().mapToLong(Long::longValue).sum();
        long pages = Math.ceilDiv(plan.enrol().size(), card.listPage());
        long spare = Math.max(LEAST_SPARE, (long) Math.ceil(sum * spareShare)) + 4 * pages;
        return new Quote(plan, prices.of(card.provider()), calls, spare);
    }

    /// The hard cap: no more requests leave, whatever happens.
    public long cap() {
        return needed.values().stream().mapToLong(Long::longValue).sum() + spare;
    }

    /// Spare calls as a share of the needed ones.
    public double spareShare() {
        return (double) spare / (cap() - spare);
    }

    /// What the run must keep to.
    public Limit limit() {
        return new Limit(digest(), plan.gallery(), cap(), highestCost(), plan.perSecond(), terms);
    }

    /// If nothing is repeated.
    public BigDecimal expectedCost() {
        BigDecimal sum = storage();
        for (var kind : needed.entrySet()) {
            sum = sum.add(terms.price(kind.getKey()).multiply(BigDecimal.valueOf(kind.getValue())));
        }
        return sum;
    }

    /// If all spare calls are used for the dearest request, with a month of storage.
    public BigDecimal highestCost() {
        return expectedCost().add(terms.dearest().multiply(BigDecimal.valueOf(spare)));
    }

    private BigDecimal storage() {
        return terms.storagePerFaceMonth().multiply(BigDecimal.valueOf(plan.enrol().size()));
    }

    /// At the rate set, if nothing is repeated.
    public Duration duration() {
        return Duration.ofMillis(Math.round((cap() - spare) / plan.perSecond() * 1_000));
    }

    /// Names this quote: it changes with whatever the user has seen.
    public String digest() {
        String seen = plan.fingerprint() + terms + needed + spare;
        return Sha256.of(seen.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    /// Whether a click, or naming the digest, is enough.
    public boolean mustBeTyped() {
        return highestCost().compareTo(TYPED_COST) > 0 || plan.pictures() > TYPED_FACES;
    }

    /// What is typed where a click is not enough.
    public String phrase() {
        return String.format(
                Locale.ROOT,
                "send %d faces for up to %s %s",
                plan.pictures(),
                amount(highestCost()),
                terms.currency());
    }

    /// An amount with cents, rounded up: `12.35`.
    public static String amount(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.UP).toPlainString();
    }

    /// Faces for a look, spread over those to enrol and those to ask for.
    ///
    /// @param most of each
    public List<String> samples(int most) {
        var samples = new ArrayList<String>(spread(plan.enrol(), most));
        samples.addAll(spread(plan.ask(), most));
        return samples;
    }

    private static List<String> spread(List<String> all, int most) {
        int count = Math.min(most, all.size());
        var some = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            some.add(all.get((int) ((long) i * all.size() / count)));
        }
        return some;
    }
}
