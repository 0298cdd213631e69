package slipway.site.port;

import java.io.IOException;
import java.nio.file.Path;
import slipway.cmdb.Channel;
import slipway.cmdb.Site;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.UnitId;

/**
 * Brings a unit to a site and makes it the active one, for sites of one channel. Every operation may be repeated: what
 * was done already is found done. What a site cannot do is an outcome in clear words, never an exception; work that is
 * interrupted ends with one, since that says nothing about the site.
 */
public interface Distribution {

    /** Where the file of a digest comes from; verified while it is copied to a new path. */
    @FunctionalInterface
    interface Source {
        void fetch(Digest digest, Path target) throws IOException;
    }

    /** Whether the site did it. */
    sealed interface Outcome {}

    /** Done, or found done. */
    record Done() implements Outcome {}

    /** Not done; the site runs what it ran before. */
    record Failed(String reason) implements Outcome {}

    Channel channel();

    /** Copies every file to the site under that name, beside what runs, and verifies each digest there. */
    Outcome distribute(Site site, UnitId unit, String name, Manifest manifest, Source source);

    /** Switches the site to what was distributed under that name, in one step. */
    Outcome activate(Site site, UnitId unit, String name);

    /** Ends the use of the unit at the site; what was distributed stays. */
    Outcome deactivate(Site site, UnitId unit);
}
