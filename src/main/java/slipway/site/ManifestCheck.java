package slipway.site;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import slipway.shared.Refusal;
import slipway.shared.SiteId;

/** Whether a site may act on an envelope: ours, unaltered, for that site, and newer than what it acted on last. */
public sealed interface ManifestCheck {
    /** It may. */
    record Genuine(SiteManifest manifest) implements ManifestCheck {
        /** It may, unless its order stands like that, or the site is to run something else by now. */
        ManifestCheck stillWanted(Order.State state, OrderHandler.Instruction instruction) {
            if (state == Order.State.DONE || state == Order.State.WITHDRAWN) {
                return refused("manifest-over", "the work that it was signed for is over; do nothing at the site");
            }
            return manifest.says(instruction)
                    ? this
                    : refused(
                            "manifest-outdated",
                            "the site is to run something else by now; fetch the newest from its task");
        }

        /** Nobody remembers its order. */
        ManifestCheck unknown() {
            return refused(
                    "manifest-unknown",
                    "Slipway does not know its number " + manifest.sequence()
                            + " for that work, since its data was put back from a backup; fetch the newest from its"
                            + " task");
        }
    }

    /** It may not. */
    record Refused(Refusal refusal) implements ManifestCheck {}

    static ManifestCheck of(String envelope, PublicKey key, SiteId site, long last) {
        try {
            SignedManifest signed = SignedManifest.parse(envelope);
            if (!signed.payloadType().equals(SignedManifest.TYPE) || !signedBy(key, signed)) {
                return refused("manifest-unsigned", "Slipway's key did not sign this manifest; fetch it again");
            }
            return judge(signed.manifest(), site, last);
        } catch (IllegalArgumentException e) {
            return refused(
                    "manifest-unreadable", "this is no signed manifest (" + e.getMessage() + "); fetch it again");
        }
    }

    private static ManifestCheck judge(SiteManifest manifest, SiteId site, long last) {
        if (!manifest.site().equals(site)) {
            return refused(
                    "manifest-of-other-site", "it is for " + manifest.site() + ", not for " + site + "; fetch its own");
        }
        if (manifest.sequence() <= last) {
            return refused(
                    "manifest-outdated",
                    "its number " + manifest.sequence() + " is not higher than " + last
                            + ", so that it was carried out already or a newer one was signed; fetch the newest from"
                            + " its task");
        }
        return new Genuine(manifest);
    }

    private static boolean signedBy(PublicKey key, SignedManifest signed) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(signed.authenticated());
            return check.verify(signed.signatureBytes());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Refused refused(String rule, String reason) {
        return new Refused(Refusal.of(rule, "The manifest is refused: " + reason + "."));
    }
}
