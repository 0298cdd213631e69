package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainFilesTest {
    @TempDir
    Path folder;

    private String read(String path) throws IOException {
        try (InputStream in = PlainFiles.open(folder.resolve("delivery"), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_plain_file_is_read_at_any_depth() throws IOException {
        Files.createDirectories(folder.resolve("delivery/a/b"));
        Files.writeString(folder.resolve("delivery/a/b/c"), "deep");
        Files.writeString(folder.resolve("delivery/top"), "top");

        assertThat(read("a/b/c")).isEqualTo("deep");
        assertThat(read("top")).isEqualTo("top");
    }

    @Test
    void a_link_on_the_way_or_at_the_end_is_never_followed() throws IOException {
        Files.createDirectories(folder.resolve("delivery"));
        Files.createDirectories(folder.resolve("beside"));
        Files.writeString(folder.resolve("beside/secret"), "of this machine");
        Files.createSymbolicLink(folder.resolve("delivery/way"), folder.resolve("beside"));
        Files.createSymbolicLink(folder.resolve("delivery/end"), folder.resolve("beside/secret"));

        assertThatThrownBy(() -> read("way/secret")).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> read("end")).isInstanceOf(FileSystemException.class);
    }

    @Test
    void what_is_no_plain_file_is_not_waited_for() throws Exception {
        Files.createDirectories(folder.resolve("delivery"));
        new ProcessBuilder("mkfifo", folder.resolve("delivery/pipe").toString())
                .start()
                .waitFor();

        assertThatThrownBy(() -> read("pipe")).hasMessageContaining("is no plain file");
        assertThatThrownBy(() -> read("nothing")).isInstanceOf(FileSystemException.class);
    }
}
