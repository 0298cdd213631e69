package slipway.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import slipway.shared.DataFolder;

class DataDirectoryTest {
    @TempDir
    Path folder;

    @Test
    void a_new_one_is_closed_to_others() throws IOException {
        Path data = folder.resolve("data");
        try (DataDirectory opened = DataDirectory.open(data, DataSize.ofBytes(1))) {
            assertThat(permissions(opened.root())).isEqualTo("rwx------");
            assertThat(permissions(data.resolve("slipway.lock"))).isEqualTo("rw-------");
            assertThat(permissions(new DataFolder(data).sub("mail"))).isEqualTo("rwx------");
        }
    }

    @Test
    void one_that_was_open_is_closed() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (DataDirectory opened = DataDirectory.open(data, DataSize.ofBytes(1))) {
            assertThat(permissions(opened.root())).isEqualTo("rwx------");
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
