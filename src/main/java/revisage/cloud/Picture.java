package revisage.cloud;

/// A picture as it is sent: PNG or JPEG. Immutable.
public final class Picture {

    private final byte[] bytes;

    /// @param bytes a whole file, copied
    public Picture(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /// A copy of the file.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Bytes.
    public int size() {
        return bytes.length;
    }
}
