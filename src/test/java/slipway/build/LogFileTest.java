package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path folder;

    private Path log(String text) throws IOException {
        return Files.writeString(folder.resolve("log"), text);
    }

    @Test
    void the_tail_is_the_last_forty_lines_without_what_no_database_takes() throws IOException {
        assertThat(LogFile.tail(folder.resolve("nowhere"))).isEmpty();
        assertThat(LogFile.tail(log("one\n\u0000two\u001b\u009b\u202e[0m\tx\r\nthree")))
                .isEqualTo("one\ntwo[0m\tx\nthree");
        String many = IntStream.rangeClosed(1, 41).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
        assertThat(LogFile.tail(log(many)).lines()).hasSize(40).startsWith("2").endsWith("41");
        String forty = IntStream.rangeClosed(1, 40).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
        assertThat(LogFile.tail(log(forty))).isEqualTo(forty);
    }

    @Test
    void of_a_huge_log_only_the_end_is_read() throws IOException {
        assertThat(LogFile.tail(log("x".repeat(10_000) + "\nend")))
                .hasSize(8192)
                .endsWith("\nend");
        assertThat(LogFile.tail(log("y" + "x".repeat(8191)))).hasSize(8192).startsWith("y");
    }

    @Test
    void a_part_is_read_from_an_offset_and_never_beyond_the_end() throws IOException {
        Path log = log("0123456789");

        assertThat(text(LogFile.read(log, 0, 4))).isEqualTo("0123");
        assertThat(text(LogFile.read(log, 8, 4))).isEqualTo("89");
        assertThat(text(LogFile.read(log, 10, 4))).isEmpty();
        assertThat(text(LogFile.read(log, 99, 4))).isEmpty();
        assertThat(text(LogFile.read(log, Long.MAX_VALUE, 4))).isEmpty();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
