package slipway.build.git;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** The entries of one tree object as they were written, whatever they hold. */
final class RawTree {
    private static final int MOST_MODE_DIGITS = 6;

    private final byte[] raw;
    private int at;

    private RawTree(byte[] raw) {
        this.raw = raw;
    }

    /** One entry; the name is as many bytes as were written, in whatever encoding. */
    record Entry(int mode, byte[] bytes, ObjectId id) {
        /** The name, where it is written in UTF-8. */
        Optional<String> name() {
            return text(bytes);
        }
    }

    /** Reads a tree object; nothing where it is none. */
    static Optional<List<Entry>> entries(byte[] raw) {
        RawTree tree = new RawTree(raw);
        List<Entry> entries = new ArrayList<>();
        while (tree.at < raw.length) {
            Optional<Entry> next = tree.next();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            entries.add(next.get());
        }
        return Optional.of(entries);
    }

    private Optional<Entry> next() {
        int mode = 0;
        int digits = 0;
        for (; at < raw.length && raw[at] >= '0' && raw[at] <= '7'; at++, digits++) {
            mode = (mode << 3) | (raw[at] - '0');
        }
        if (digits == 0 || digits > MOST_MODE_DIGITS || at >= raw.length || raw[at++] != ' ') {
            return Optional.empty();
        }
        int end = at;
        while (end < raw.length && raw[end] != 0) {
            end++;
        }
        if (end + Constants.OBJECT_ID_LENGTH >= raw.length) {
            return Optional.empty();
        }
        byte[] name = java.util.Arrays.copyOfRange(raw, at, end);
        ObjectId id = ObjectId.fromRaw(raw, end + 1);
        at = end + 1 + Constants.OBJECT_ID_LENGTH;
        return Optional.of(new Entry(mode, name, id));
    }

    /** What these bytes say in UTF-8, where they say something. */
    static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
