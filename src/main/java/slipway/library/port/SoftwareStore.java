package slipway.library.port;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import slipway.shared.Digest;

/** Where the library's bytes lie: content-addressed and write-once. */
public interface SoftwareStore {

    /** Keeps the content; what is held under its digest already is never replaced. */
    Digest store(InputStream content) throws IOException;

    /** Keeps the content only when it has that digest; gives the one it has. */
    Digest store(InputStream content, Digest expected) throws IOException;

    /**
     * Copies the content to a new file, hashed while it is read. The target does not exist afterwards when the content
     * was missing ({@link java.nio.file.NoSuchFileException}) or altered ({@link slipway.library.Library.AlteredContent}).
     */
    void fetch(Digest digest, Path target) throws IOException;

    /** What is wrong with the content under that digest, read whole; empty when it is as it was stored. */
    Optional<String> flaw(Digest digest) throws IOException;
}
