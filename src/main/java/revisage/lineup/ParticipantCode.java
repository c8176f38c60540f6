package revisage.lineup;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/// Random codes for participants: eight letters and digits that nobody mistakes for each other.
public final class ParticipantCode {

    private static final String SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 8;

    private ParticipantCode() {}

    /// A new one, of some 8e11.
    public static String fresh() {
        return draw(new SecureRandom());
    }

    static String draw(RandomGenerator dice) {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(SIGNS.charAt(dice.nextInt(SIGNS.length())));
        }
        return code.toString();
    }
}
