package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipway.cmdb.Unit;
import slipway.shared.Digest;
import slipway.shared.Manifest;

class PapersTest {
    private static final Manifest FILES =
            new Manifest(List.of(new Manifest.Entry("codes", Digest.of("08101"), 5, false)));

    @TempDir
    Path folder;

    private VendorDesk desk;
    private Path delivery;

    @BeforeEach
    void a_vendor_delivers() throws IOException {
        desk = VendorDesk.ed25519(folder.resolve("vendor"));
        delivery = desk.deliver("1", Map.of("codes", "08101"));
    }

    private String vouched(String key) throws IOException, UnfitDelivery {
        return Papers.in(delivery).vouchFor(FILES, new Unit.Vendor("House", "/inbox", key));
    }

    private void refused(String key, String words) {
        assertThatThrownBy(() -> vouched(key)).isInstanceOf(UnfitDelivery.class).hasMessageContaining(words);
    }

    @Test
    void who_vouches_depends_on_what_the_register_holds() throws Exception {
        assertThat(vouched(desk.publicKey())).isEqualTo("the signature of House (Ed25519)");
        assertThat(vouched(" ")).isEqualTo("the checksum file of House alone");
        Files.delete(delivery.resolve(Checksums.SIGNATURE));
        assertThat(vouched("")).isEqualTo("the checksum file of House alone");
        refused(desk.publicKey(), "no SHA256SUMS.sig; ask the vendor for it");
    }

    @Test
    void a_signature_does_not_excuse_other_files_nor_the_files_a_wrong_signature() throws Exception {
        Files.writeString(delivery.resolve(Checksums.FILE), Digest.of("other").hex() + "  codes\n");
        refused(desk.publicKey(), "was not made with the key of House");
        desk.sign(delivery);
        refused(desk.publicKey(), "'codes' has the digest");
        refused("", "'codes' has the digest");
        refused("no key", "is no public key");
    }

    @Test
    void papers_that_are_missing_no_files_or_far_too_large_are_refused() throws Exception {
        Path sums = delivery.resolve(Checksums.FILE);
        Path signature = delivery.resolve(Checksums.SIGNATURE);
        grow(signature, 16 << 10);
        refused(desk.publicKey(), "was not made with the key");
        grow(signature, (16 << 10) + 1);
        refused(desk.publicKey(), "'SHA256SUMS.sig' is larger than 16384 bytes");
        Files.delete(signature);
        Files.createSymbolicLink(signature, Path.of("codes"));
        refused("", "'SHA256SUMS.sig' is a link or a special file");
        Files.delete(signature);
        grow(sums, (32 << 20) + 1);
        refused("", "'SHA256SUMS' is larger than 33554432 bytes");
        Files.delete(sums);
        refused("", "the delivery has no SHA256SUMS");
        Files.createDirectory(sums);
        refused("", "'SHA256SUMS' is a link or a special file");
    }

    private static void grow(Path file, long bytes) throws IOException {
        try (RandomAccessFile grown = new RandomAccessFile(file.toFile(), "rw")) {
            grown.setLength(bytes);
        }
    }

    @Test
    void they_are_written_as_they_were_read() throws Exception {
        Papers papers = Papers.in(delivery);
        Path kept = Files.createDirectory(folder.resolve("kept"));
        byte[] signature = Files.readAllBytes(delivery.resolve(Checksums.SIGNATURE));
        Files.writeString(delivery.resolve(Checksums.FILE), "changed since");
        Files.writeString(delivery.resolve(Checksums.SIGNATURE), "changed since");

        papers.writeTo(kept);

        assertThat(kept.resolve(Checksums.FILE)).hasContent(Digest.of("08101").hex() + "  codes");
        assertThat(kept.resolve(Checksums.SIGNATURE)).hasBinaryContent(signature);
        Files.delete(delivery.resolve(Checksums.SIGNATURE));
        Path bare = Files.createDirectory(folder.resolve("bare"));
        Papers.in(delivery).writeTo(bare);
        assertThat(bare.resolve(Checksums.SIGNATURE)).doesNotExist();
    }
}
