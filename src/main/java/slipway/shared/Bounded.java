package slipway.shared;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.io.input.BoundedInputStream;

/** Content that somebody may be changing while it is read. */
public final class Bounded {
    private Bounded() {}

    /** The content up to one byte more than it should have: enough to tell that it has more, and never endless. */
    public static InputStream of(InputStream content, long size) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(content)
                .setMaxCount(size + 1)
                .get();
    }
}
