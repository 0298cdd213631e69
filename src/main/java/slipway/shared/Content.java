package slipway.shared;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What runs of a unit at a site: a known revision, content that nobody knows, or nothing; three different things. */
public sealed interface Content {

    /** Exactly the files of a revision of the library. */
    record Known(UnitRevision revision) implements Content {
        @Override
        public String toString() {
            return revision.toString();
        }
    }

    /** Files that are no revision of the library; the digest is that of their manifest. */
    record Unknown(Digest digest) implements Content {
        @Override
        public String toString() {
            return "unknown content (" + digest.brief() + ")";
        }
    }

    /** The unit is not installed. */
    record Absent() implements Content {
        @Override
        public String toString() {
            return "nothing installed";
        }
    }

    static Content of(@Nullable UnitRevision revision) {
        return revision == null ? new Absent() : new Known(revision);
    }

    /** The revision, when it is a known one. */
    default Optional<UnitRevision> known() {
        return this instanceof Known known ? Optional.of(known.revision()) : Optional.empty();
    }
}
