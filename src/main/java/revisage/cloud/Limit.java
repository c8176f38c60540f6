package revisage.cloud;

import java.math.BigDecimal;

/// What a confirmed job must keep to.
///
/// @param digest of the quote
/// @param gallery its name at the service
/// @param cap requests that may leave, over all runs
/// @param highest cost that was confirmed
/// @param perSecond requests at most
/// @param terms with the prices
public record Limit(
        String digest,
        String gallery,
        long cap,
        BigDecimal highest,
        double perSecond,
        Terms terms) {}
