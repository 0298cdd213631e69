package slipway.site;

import java.util.Optional;
import slipway.shared.SiteId;

/** What sites are told to run, under Slipway's signature. */
public interface Manifests {
    /**
     * Signs what the order's site is to run afterwards, with the next number of that site; again where that is something
     * else by now.
     */
    SignedManifest sign(Order order, OrderHandler.Instruction instruction);

    /** What was signed last for the order, if anything. */
    Optional<SignedManifest> of(Order order);

    /**
     * Whether an envelope that somebody brings is ours, for that site, the newest that was signed for its work, and still
     * says what is to be done there. Other work at the site is no matter.
     */
    ManifestCheck check(String envelope, SiteId site);

    /** The public key in PEM, for everybody who checks. */
    String publicKey();
}
