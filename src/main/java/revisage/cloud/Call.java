package revisage.cloud;

import java.util.Locale;

/// What one request asks for: what a price hangs on.
public enum Call {
    TEST,
    CREATE_GALLERY,
    CREATE_PERSON,
    ADD_FACE,
    TRAIN,
    ASK_TRAINING,
    LIST,
    DETECT,
    SEARCH,
    DELETE_GALLERY,
    ASK_GALLERY;

    /// For people: `create gallery`.
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
