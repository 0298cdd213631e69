package slipway.build;

import org.springframework.util.unit.DataSize;

/** How much one tree of files may be; {@code settings} names where its files and size are set. */
public record TreeLimits(String settings, int files, DataSize size, TreeSettings shape) {
    // What Git writes beside each name: a mode, two separators and an id.
    private static final int BYTES_BESIDE_A_NAME = 32;

    /** More than one folder of Git can hold within these limits. */
    public long longestListing() {
        return shape.names().toBytes() + (long) BYTES_BESIDE_A_NAME * files;
    }
}
