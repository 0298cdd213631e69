package slipway.site;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import slipway.shared.Refusal;
import slipway.shared.SiteId;

/** Whether a site may act on an envelope: ours, unaltered, for that site, and of work that is still to be done so. */
public sealed interface ManifestCheck {
    /** It may. */
    record Genuine(SiteManifest manifest) implements ManifestCheck {
        /**
         * It may, unless its order stands like that, a newer one was signed for that, or something else is to be done at
         * the site by now, or nothing.
         */
        ManifestCheck stillWanted(Order.State state, long newest, OrderHandler.Instruction instruction) {
            if (state == Order.State.DONE || state == Order.State.WITHDRAWN) {
                return refused("manifest-over", "the work that it was signed for is over; do nothing at the site");
            }
            if (!instruction.changed()) {
                return refused("manifest-over", "nothing is to be done at the site any more; read why in its task");
            }
            return manifest.sequence() >= newest && manifest.says(instruction)
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

    static ManifestCheck of(String envelope, PublicKey key, SiteId site) {
        try {
            SignedManifest signed = SignedManifest.parse(envelope);
            if (!signed.payloadType().equals(SignedManifest.TYPE) || !signedBy(key, signed)) {
                return refused("manifest-unsigned", "Slipway's key did not sign this manifest; fetch it again");
            }
            return judge(signed.manifest(), site);
        } catch (IllegalArgumentException e) {
            return refused(
                    "manifest-unreadable", "this is no signed manifest (" + e.getMessage() + "); fetch it again");
        }
    }

    private static ManifestCheck judge(SiteManifest manifest, SiteId site) {
        return manifest.site().equals(site)
                ? new Genuine(manifest)
                : refused(
                        "manifest-of-other-site",
                        "it is for " + manifest.site() + ", not for " + site + "; fetch its own");
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
