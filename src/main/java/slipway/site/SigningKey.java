package slipway.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import slipway.shared.DataFolder;
import slipway.shared.Digest;

/** The key under which sites are told what to run: made at first use, and readable by its owner only. */
@Component
class SigningKey {
    private static final String ALGORITHM = "Ed25519";

    private final Path folder;
    private @Nullable KeyPair pair;

    SigningKey(DataFolder data) {
        this.folder = data.root().resolve("secrets");
    }

    byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair().getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign a manifest", e);
        }
    }

    PublicKey publicKey() {
        return pair().getPublic();
    }

    /** The public key for outsiders. */
    String pem() {
        return pem("PUBLIC", publicKey().getEncoded());
    }

    /** Which key it is. */
    String id() {
        return Digest.of(publicKey().getEncoded()).hex();
    }

    private synchronized KeyPair pair() {
        KeyPair known = pair;
        if (known == null) {
            known = load();
            pair = known;
        }
        return known;
    }

    private KeyPair load() {
        Path secret = folder.resolve("site-signing.pem");
        Path open = folder.resolve("site-signing.pub");
        try {
            if (Files.notExists(secret)) {
                make(secret, open);
            }
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            return new KeyPair(
                    keys.generatePublic(new X509EncodedKeySpec(decoded(open))),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(decoded(secret))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the key that signs manifests in " + folder, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(secret + " holds no key that signs manifests", e);
        }
    }

    private void make(Path secret, Path open) throws IOException, GeneralSecurityException {
        if (Files.notExists(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        KeyPair made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        // The private key last: where it stands, its public key does too.
        write(open, pem("PUBLIC", made.getPublic().getEncoded()));
        write(secret, pem("PRIVATE", made.getPrivate().getEncoded()));
    }

    private static void write(Path file, String content) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, content);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String pem(String kind, byte[] key) {
        return "-----BEGIN " + kind + " KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(key) + "\n-----END "
                + kind + " KEY-----\n";
    }

    private static byte[] decoded(Path pem) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(pem).replaceAll("-----[^-]+-----", ""));
    }
}
