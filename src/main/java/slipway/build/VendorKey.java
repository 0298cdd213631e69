package slipway.build;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A vendor's public key as the register holds it; the kind of the key says how its owner signs with openssl. */
record VendorKey(PublicKey key, String kind, String algorithm) {
    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");
    private static final List<String> FACTORIES = List.of("Ed25519", "EC", "RSA");
    private static final int P256_BITS = 256;
    private static final int LEAST_RSA_BITS = 2048;

    /** Reads the PEM of a public key: Ed25519, ECDSA on P-256, or RSA. */
    static VendorKey of(String pem) throws UnfitDelivery {
        Matcher matcher = PEM.matcher(pem);
        if (!matcher.matches()) {
            throw unreadable();
        }
        byte[] encoded = decoded(matcher.group(1));
        for (String factory : FACTORIES) {
            try {
                VendorKey read = of(KeyFactory.getInstance(factory).generatePublic(new X509EncodedKeySpec(encoded)));
                // Some that are no point of their curve are found out only now.
                Signature.getInstance(read.algorithm()).initVerify(read.key());
                return read;
            } catch (InvalidKeySpecException | InvalidKeyException e) {
                // Not of this kind; the next one is tried.
                continue;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has " + factory, e);
            }
        }
        throw unreadable();
    }

    private static VendorKey of(PublicKey key) throws UnfitDelivery {
        return switch (key) {
            case EdECPublicKey edwards -> new VendorKey(edwards, "Ed25519", "Ed25519");
            case ECPublicKey curve
            when curve.getParams().getOrder().bitLength() == P256_BITS ->
                new VendorKey(curve, "ECDSA P-256", "SHA256withECDSA");
            case RSAPublicKey rsa
            when rsa.getModulus().bitLength() >= LEAST_RSA_BITS -> new VendorKey(rsa, "RSA", "SHA256withRSA");
            default -> throw unreadable();
        };
    }

    private static byte[] decoded(String base64) throws UnfitDelivery {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static UnfitDelivery unreadable() {
        return new UnfitDelivery("the vendor's key in the register is no public key in PEM of the kind Ed25519,"
                + " ECDSA P-256 or RSA with 2048 bits or more; register the right one");
    }

    /** Whether the owner of the key signed exactly this content. */
    boolean signed(byte[] content, byte[] signature) {
        try {
            Signature verification = Signature.getInstance(algorithm);
            verification.initVerify(key);
            verification.update(content);
            return verification.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
