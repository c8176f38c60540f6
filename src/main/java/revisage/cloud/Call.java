package revisage.cloud;

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
    ASK_GALLERY
}
