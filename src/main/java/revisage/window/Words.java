package revisage.window;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// Every word the window says, from one bundle.
public final class Words {

    private final ResourceBundle bundle =
            ResourceBundle.getBundle("revisage.window.words", Locale.ROOT);

    /// For FXML.
    public ResourceBundle bundle() {
        return bundle;
    }

    /// @param parts take the places of `{0}`, `{1}`, ...
    public String of(String key, Object... parts) {
        String text = bundle.getString(key);
        List<Object> all = List.of(parts);
        for (int i = 0; i < all.size(); i++) {
            text = text.replace("{" + i + "}", all.get(i).toString());
        }
        return text;
    }

    /// 12,345.
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// 0.93.
    public static String share(double share) {
        return String.format(Locale.ROOT, "%.2f", share);
    }

    /// For example `2.5` or `0.04`.
    public static String number(double number) {
        return number >= 100
                ? count(Math.round(number))
                : String.format(Locale.ROOT, number >= 1 ? "%.1f" : "%.2f", number);
    }

    /// A file's own name.
    public static String name(String path) {
        return path.replaceFirst("^.*[/\\\\](?=.)", "");
    }
}
