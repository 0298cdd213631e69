package slipway.site;

import java.util.Optional;
import slipway.shared.SiteId;

/** What sites are told to run, under Slipway's signature. */
public interface Manifests {
    /** Signs what the order's site is to run afterwards, with the next number of that site; once for each order. */
    SignedManifest sign(Order order, OrderHandler.Instruction instruction);

    /** What was signed for the order, if anything. */
    Optional<SignedManifest> of(Order order);

    /** Whether an envelope that somebody brings is ours, for that site, and the newest that was signed for it. */
    ManifestCheck check(String envelope, SiteId site);

    /** The public key in PEM, for everybody who checks. */
    String publicKey();
}
