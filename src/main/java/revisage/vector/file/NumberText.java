package revisage.vector.file;

import java.util.Locale;
import java.util.regex.Pattern;

/// A number as text, in one notation for the whole world: digits, a point, an exponent.
final class NumberText {

    private static final Pattern COMMA_DECIMAL = Pattern.compile("[+-]?\\d*,\\d+([eE][+-]?\\d+)?");

    private NumberText() {}

    /// Why a text is not a number we take; its message goes on after "which".
    static final class Unfit extends Exception {

        private static final long serialVersionUID = 1;

        /// True if somebody meant a number here, though not one that can be taken.
        private final boolean meantAsNumber;

        private Unfit(String reason, boolean meantAsNumber) {
            super(reason, null, false, false);
            this.meantAsNumber = meantAsNumber;
        }

        boolean meantAsNumber() {
            return meantAsNumber;
        }
    }

    /// May give NaN or an infinity, where the text says so.
    static float read(String text) throws Unfit {
        String plain = text.strip();
        if (!isDecimal(plain)) {
            return notDecimal(plain);
        }
        float value = Float.parseFloat(plain);
        if (Float.isInfinite(value)) {
            throw new Unfit("is too large for a 32-bit float", true);
        }
        return value;
    }

    /// True for texts that [#read] takes or refuses as a number; false for words.
    static boolean isMeant(String text) {
        try {
            read(text);
            return true;
        } catch (Unfit e) {
            return e.meantAsNumber();
        }
    }

    /// True for numbers that are not whole.
    static boolean isFraction(String text) {
        return !text.isBlank() && isMeant(text) && !isWhole(text);
    }

    /// True for whole numbers without point and exponent.
    static boolean isWhole(String text) {
        String plain = text.strip();
        int from = !plain.isEmpty() && (plain.charAt(0) == '-' || plain.charAt(0) == '+') ? 1 : 0;
        return plain.length() > from
                && plain.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
    }

    private static float notDecimal(String plain) throws Unfit {
        return switch (plain.toLowerCase(Locale.ROOT)) {
            case "nan", "+nan", "-nan" -> Float.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> Float.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Float.NEGATIVE_INFINITY;
            case "" -> throw new Unfit("is empty", true);
            default -> {
                boolean comma = COMMA_DECIMAL.matcher(plain).matches();
                throw new Unfit(
                        comma ? "has a decimal comma where a point belongs" : "is no number",
                        comma);
            }
        };
    }

    private static boolean isDecimal(String s) {
        int at = !s.isEmpty() && (s.charAt(0) == '-' || s.charAt(0) == '+') ? 1 : 0;
        int whole = digits(s, at);
        at += whole;
        int part = 0;
        if (at < s.length() && s.charAt(at) == '.') {
            at++;
            part = digits(s, at);
            at += part;
        }
        if (whole + part == 0) {
            return false;
        }
        if (at < s.length() && (s.charAt(at) == 'e' || s.charAt(at) == 'E')) {
            at++;
            if (at < s.length() && (s.charAt(at) == '-' || s.charAt(at) == '+')) {
                at++;
            }
            int exponent = digits(s, at);
            if (exponent == 0) {
                return false;
            }
            at += exponent;
        }
        return at == s.length();
    }

    private static int digits(String s, int from) {
        int at = from;
        while (at < s.length() && s.charAt(at) >= '0' && s.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }
}
