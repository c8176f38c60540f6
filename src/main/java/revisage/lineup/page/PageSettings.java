package revisage.lineup.page;

import revisage.lineup.LineupException;
import revisage.lineup.LineupPlan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a page is handed out.
///
/// @param forms how many it can give out, 1..[#MOST_FORMS]: form 0 and on
/// @param post the researcher's own server, which answers are sent to; where there is none they are
///   downloaded
/// @param returnTo where a panel wants its people back; a link on the last sheet
public record PageSettings(int forms, Optional<String> post, Optional<String> returnTo) {

    /// More make the page slow to open.
    public static final int MOST_FORMS = 5_000;

    private static final Pattern SAFE =
            Pattern.compile(
                    "(https://[A-Za-z0-9.-]+(?::[0-9]+)?"
                        + "|http://(?:localhost|127\\.0\\.0\\.1)(?::[0-9]+)?)(?:[/?][^\\s\"'<>]*)?");

    public PageSettings {
        if (forms < 1 || forms > MOST_FORMS) {
            throw new IllegalArgumentException("forms is 1.." + MOST_FORMS + ", not " + forms);
        }
    }

    /// @throws LineupException if an address is none, or answers would travel in the open
    public static PageSettings of(int forms, Optional<String> post, Optional<String> returnTo)
            throws LineupException {
        if (post.isPresent()) {
            origin(post.get());
        }
        if (returnTo.isPresent()) {
            origin(returnTo.get());
        }
        return new PageSettings(forms, post, returnTo);
    }

    /// As many as participants are planned, and a whole cycle at least.
    public static int usualForms(LineupPlan plan) {
        return Math.min(MOST_FORMS, Math.max(plan.participants(), plan.cycle()));
    }

    /// What the page may talk to: nothing, or the one server.
    String connections() throws LineupException {
        return post.isPresent() ? origin(post.get()) : "'none'";
    }

    private static String origin(String address) throws LineupException {
        Matcher matcher = SAFE.matcher(address);
        if (!matcher.matches()) {
            throw new LineupException(
                    "'%s' is no address that answers can be sent to.".formatted(address),
                    "Give one that begins with https:// (http:// for localhost only).");
        }
        return matcher.group(1);
    }
}
