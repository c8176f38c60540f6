package revisage.cloud;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What a provider asks and keeps, as the price table says.
///
/// @param provider key, as on the [ServiceCard]
/// @param title for people
/// @param currency of all amounts, for example `USD`
/// @param date when the prices were read
/// @param source where
/// @param remark what is uncertain about them
/// @param perCall amount for one request of each kind
/// @param storagePerFaceMonth amount for one enrolled face and month
/// @param usualThreshold the score that the service takes for a match by itself, on its scale
/// @param keeps what stays with the provider, and how long
/// @param optOut how to keep pictures from being used otherwise
/// @param optOutLink where that is told
/// @param duties what the user owes the people shown and the provider
public record Terms(
        String provider,
        String title,
        String currency,
        String date,
        String source,
        String remark,
        Map<Call, BigDecimal> perCall,
        BigDecimal storagePerFaceMonth,
        double usualThreshold,
        String keeps,
        String optOut,
        String optOutLink,
        String duties) {

    public Terms {
        // In the order of the kinds on every machine: the digest of a quote depends on it.
        perCall = Collections.unmodifiableMap(new EnumMap<>(perCall));
        for (Call call : Call.values()) {
            BigDecimal price = perCall.get(call);
            if (price == null || price.signum() < 0) {
                throw new IllegalArgumentException(
                        "perCall of %s needs a price for %s, 0 or more".formatted(provider, call));
            }
        }
    }

    /// The same provider with other prices.
    ///
    /// @param date when they were read
    /// @param source where
    public Terms priced(
            Map<Call, BigDecimal> calls, BigDecimal storage, String date, String source) {
        return new Terms(
                provider,
                title,
                currency,
                date,
                source,
                "",
                calls,
                storage,
                usualThreshold,
                keeps,
                optOut,
                optOutLink,
                duties);
    }

    /// Of one request.
    public BigDecimal price(Call call) {
        BigDecimal price = perCall.get(call);
        if (price == null) {
            throw new IllegalStateException("checked when made");
        }
        return price;
    }

    /// Of the dearest request.
    public BigDecimal dearest() {
        return perCall.values().stream().max(BigDecimal::compareTo).orElseThrow();
    }
}
