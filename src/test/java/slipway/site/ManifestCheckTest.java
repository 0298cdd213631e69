package slipway.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipway.shared.DataFolder;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

class ManifestCheckTest {
    private static final SiteId BASEL = new SiteId("basel");

    @TempDir
    Path folder;

    private SigningKey key;
    private SiteManifest manifest;
    private String envelope;

    @BeforeEach
    void sign() {
        key = new SigningKey(new DataFolder(folder));
        manifest = manifest(7, "1.1.0", List.of(entry("run.sh"), entry("doc/read me.txt")));
        envelope = SignedManifest.of(manifest, key).json();
    }

    @Test
    void what_we_signed_is_genuine_at_its_site() {
        assertThat(ManifestCheck.of(envelope, key.publicKey(), BASEL)).isEqualTo(new ManifestCheck.Genuine(manifest));
        SiteManifest gone = manifest(8, SiteManifest.GONE, List.of());
        assertThat(ManifestCheck.of(SignedManifest.of(gone, key).json(), key.publicKey(), BASEL))
                .isEqualTo(new ManifestCheck.Genuine(gone));
    }

    @Test
    void what_is_no_longer_wanted_is_refused() {
        ManifestCheck.Genuine genuine = new ManifestCheck.Genuine(manifest);
        OrderHandler.Instruction same = toRun("1.1.0", manifest.entries());

        assertThat(genuine.stillWanted(Order.State.OPEN, 7, same)).isEqualTo(genuine);
        assertRefused(genuine.stillWanted(Order.State.OPEN, 8, same), "manifest-outdated");
        assertRefused(
                genuine.stillWanted(Order.State.OPEN, 7, toRun("1.2.0", manifest.entries())), "manifest-outdated");
        assertRefused(
                genuine.stillWanted(Order.State.OPEN, 7, toRun("1.1.0", List.of(entry("run.sh")))),
                "manifest-outdated");
        assertRefused(genuine.stillWanted(Order.State.DONE, 7, same), "manifest-over");
        assertRefused(genuine.stillWanted(Order.State.WITHDRAWN, 7, same), "manifest-over");
        OrderHandler.Instruction look = OrderHandler.Instruction.toLook("Title", "Look.");
        assertThat(look.todo()).isEqualTo("Look.");
        assertRefused(genuine.stillWanted(Order.State.OPEN, 7, look), "manifest-over");
        assertRefused(genuine.unknown(), "manifest-unknown");
    }

    private OrderHandler.Instruction toRun(String version, List<Manifest.Entry> files) {
        return OrderHandler.Instruction.toRun(
                "Title",
                "Do it.",
                Optional.of(new UnitRevision(manifest.unit(), version, new Manifest(files).digest())),
                files);
    }

    @Test
    void another_site_s_manifest_is_refused() {
        assertRefused(envelope, new SiteId("oslo"), "manifest-of-other-site");
    }

    @Test
    void what_was_altered_by_one_sign_is_refused() {
        String payload = SignedManifest.parse(envelope).payload();
        String text = new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8);
        for (String altered : List.of(
                text.replace("sequence 7", "sequence 9"),
                text.replace("site basel", "site oslo"),
                text.replace("run.sh", "ran.sh"),
                text.replace("INSTALL", "BACK_OUT"))) {
            assertThat(altered).isNotEqualTo(text);
            String forged = Base64.getEncoder().encodeToString(altered.getBytes(StandardCharsets.UTF_8));
            assertRefused(envelope.replace(payload, forged), BASEL, "manifest-unsigned");
        }
        assertRefused(envelope.replace("site-manifest+text", "other+text"), BASEL, "manifest-unsigned");
    }

    @Test
    void another_key_s_or_no_signature_is_refused() {
        SigningKey other = new SigningKey(new DataFolder(folder.resolve("other")));
        assertRefused(SignedManifest.of(manifest, other).json(), BASEL, "manifest-unsigned");
        String signature = SignedManifest.parse(envelope).signature();
        assertRefused(envelope.replace(signature, "AAAA"), BASEL, "manifest-unsigned");
        assertRefused(envelope.replaceFirst("\"signatures\":.*", "\"signatures\":[]}"), BASEL, "manifest-unreadable");
        assertRefused("{}", BASEL, "manifest-unreadable");
        assertRefused("no envelope", BASEL, "manifest-unreadable");
    }

    @Test
    void what_is_signed_but_is_no_manifest_is_refused() {
        byte[] text = "slipway-site-manifest 2\n".getBytes(StandardCharsets.UTF_8);
        SignedManifest draft =
                new SignedManifest(SignedManifest.TYPE, Base64.getEncoder().encodeToString(text), key.id(), "");
        SignedManifest signed = new SignedManifest(
                draft.payloadType(),
                draft.payload(),
                draft.keyId(),
                Base64.getEncoder().encodeToString(key.sign(draft.authenticated())));
        assertRefused(signed.json(), BASEL, "manifest-unreadable");
    }

    @Test
    void an_outsider_checks_it_with_openssl_and_the_public_key() throws Exception {
        SignedManifest signed = SignedManifest.parse(envelope);
        Path pem = Files.writeString(folder.resolve("key.pem"), key.pem());
        // What DSSE signs, put together as its specification says.
        byte[] payload = Base64.getDecoder().decode(signed.payload());
        Path bytes = Files.write(
                folder.resolve("signed"),
                ("DSSEv1 " + signed.payloadType().length() + " " + signed.payloadType() + " " + payload.length + " "
                                + new String(payload, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        Path signature =
                Files.write(folder.resolve("signature"), Base64.getDecoder().decode(signed.signature()));
        assertThat(openssl(pem, bytes, signature)).isZero();
        Files.writeString(bytes, " ", java.nio.file.StandardOpenOption.APPEND);
        assertThat(openssl(pem, bytes, signature)).isNotZero();
    }

    @Test
    void the_key_is_made_once_and_only_its_owner_reads_it() throws IOException {
        Path secret = folder.resolve("secrets/site-signing.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret.getParent())))
                .isEqualTo("rwx------");
        SigningKey again = new SigningKey(new DataFolder(folder));
        assertThat(again.id()).isEqualTo(key.id());
        assertThat(ManifestCheck.of(SignedManifest.of(manifest, again).json(), key.publicKey(), BASEL))
                .isInstanceOf(ManifestCheck.Genuine.class);
    }

    @Test
    void the_canonical_text_is_read_back_as_it_is_and_in_no_other_form() {
        assertThat(SiteManifest.parse(manifest.text())).isEqualTo(manifest);
        assertThat(manifest.text())
                .startsWith("slipway-site-manifest 1\nsite basel\nsequence 7\nkind INSTALL\nrelease REL-2026-0042\n"
                        + "unit iban-check\nversion 1.1.0\nfiles 2\n")
                .endsWith(" x run.sh\n");
        for (String other : List.of(
                manifest.text() + "\n",
                manifest.text().replace("files 2", "files 1"),
                manifest.text().replace("sequence 7", "sequence 07"),
                " " + manifest.text())) {
            assertThatThrownBy(() -> SiteManifest.parse(other)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static int openssl(Path key, Path bytes, Path signature) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        "openssl",
                        "pkeyutl",
                        "-verify",
                        "-pubin",
                        "-inkey",
                        key.toString(),
                        "-rawin",
                        "-in",
                        bytes.toString(),
                        "-sigfile",
                        signature.toString())
                .start()
                .waitFor();
    }

    private void assertRefused(String text, SiteId site, String rule) {
        assertThat(assertRefused(ManifestCheck.of(text, key.publicKey(), site), rule))
                .contains("; fetch");
    }

    private static String assertRefused(ManifestCheck check, String rule) {
        assertThat(check).isInstanceOf(ManifestCheck.Refused.class);
        Refusal refusal = ((ManifestCheck.Refused) check).refusal();
        assertThat(refusal.rule()).isEqualTo(rule);
        return refusal.reason();
    }

    private static SiteManifest manifest(long sequence, String version, List<Manifest.Entry> entries) {
        return new SiteManifest(
                BASEL,
                sequence,
                SiteManifest.Kind.INSTALL,
                ReleaseNumber.of(2026, 42),
                new UnitId("iban-check"),
                version,
                entries);
    }

    private static Manifest.Entry entry(String path) {
        return new Manifest.Entry(path, Digest.of(path), path.length(), path.endsWith(".sh"));
    }
}
