package revisage.vector.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Passes text on, drops a byte order mark, and stops a record that never ends.
final class TableReader extends FilterReader {

    private static final long LONGEST_RECORD = 1 << 24;

    private boolean begun;
    private long sinceRecord;
    private char last;

    TableReader(Reader in) {
        super(in);
    }

    /// A record is longer than any vector.
    static final class EndlessRecord extends IOException {

        private static final long serialVersionUID = 1;

        private EndlessRecord() {
            super("a record longer than %,d characters".formatted(LONGEST_RECORD));
        }
    }

    /// To be called after each record.
    void recordEnded() {
        sinceRecord = 0;
    }

    boolean endsWithLineBreak() {
        return last == '\n' || last == '\r';
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (!begun && read > 0) {
            begun = true;
            if (buffer[offset] == '\uFEFF') {
                System.arraycopy(buffer, offset + 1, buffer, offset, read - 1);
                read = read == 1 ? read(buffer, offset, length) : read - 1;
            }
        }
        if (read > 0) {
            last = buffer[offset + read - 1];
            sinceRecord += read;
            if (sinceRecord > LONGEST_RECORD) {
                throw new EndlessRecord();
            }
        }
        return read;
    }
}
