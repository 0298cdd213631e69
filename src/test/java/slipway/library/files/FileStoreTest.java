package slipway.library.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import slipway.library.SoftwareStoreContract;
import slipway.library.port.SoftwareStore;
import slipway.shared.Digest;

class FileStoreTest extends SoftwareStoreContract {
    @Override
    protected SoftwareStore store() throws IOException {
        return new FileStore(folder().resolve("store"));
    }

    private Path stored(Digest digest) {
        return folder().resolve("store/contents/" + digest.hex().substring(0, 2) + "/" + digest.hex());
    }

    @Override
    protected void damage(Digest digest) throws IOException {
        Files.setPosixFilePermissions(stored(digest), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(stored(digest), "damaged");
    }

    @Override
    protected void lose(Digest digest) throws IOException {
        Files.delete(stored(digest));
    }

    @Test
    void what_is_stored_is_read_only() throws IOException {
        Digest digest = stored("content");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stored(digest))))
                .isEqualTo("r--------");
    }

    @Test
    void what_a_killed_process_left_is_cleared_away() throws IOException {
        store();
        Path incoming = folder().resolve("store/incoming");
        Files.writeString(incoming.resolve("content-1.part"), "half");
        stored("content");
        try (Stream<Path> left = Files.list(incoming)) {
            assertThat(left).isEmpty();
        }
    }
}
