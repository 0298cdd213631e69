package slipway.build.port;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the sources of a unit are kept; {@code repository} is the address that the CMDB holds for the unit. */
public interface SourceRepository {

    /** A name for one exact commit. */
    record Tag(String name, String commit, Instant at) {}

    /** Who wrote commits, under which name and address, how many, and the newest of them. */
    record Writer(String name, String email, int commits, String newest) {}

    /** Newest first. */
    List<Tag> tags(String repository) throws IOException;

    /** The exact commit behind a tag. */
    Optional<Tag> tag(String repository, String name) throws IOException;

    /** Reads what that commit holds without writing any of it; {@link UnsafeSources} when it may not come in. */
    void check(String repository, String commit) throws IOException;

    /**
     * Who wrote the commits that are in the one and in none of the others, as far as the repository has those; {@link
     * UnsafeSources} when they are more than anybody can answer for.
     */
    List<Writer> writers(String repository, String commit, Set<String> others) throws IOException;

    /**
     * Writes that commit's files, once they are checked, as a new tar file, the same bytes every time. Where it fails
     * there is no file.
     */
    void archive(String repository, String commit, Path tar) throws IOException;

    /** The repository cannot be used; the sentence says what to mend. */
    final class UnusableRepository extends IOException {
        private static final long serialVersionUID = 1L;

        public UnusableRepository(String message) {
            super(message);
        }

        public UnusableRepository(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** What a commit holds may not come in, whoever wrote it; the sentence says where, why and what to do. */
    final class UnsafeSources extends IOException {
        private static final long serialVersionUID = 1L;

        public UnsafeSources(String message) {
            super(message);
        }
    }
}
