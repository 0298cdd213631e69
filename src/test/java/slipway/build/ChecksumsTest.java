package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipway.shared.Digest;
import slipway.shared.Manifest;

class ChecksumsTest {
    private static final String ONE = Digest.of("one").hex();
    private static final String TWO = Digest.of("two").hex();

    private static Checksums parsed(String text) throws UnfitDelivery {
        return Checksums.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String text, String words) {
        assertThatThrownBy(() -> parsed(text)).isInstanceOf(UnfitDelivery.class).hasMessageContaining(words);
    }

    private static Manifest files(String... paths) {
        return new Manifest(Arrays.stream(paths)
                .map(path -> new Manifest.Entry(path, new Digest(ONE), 3, false))
                .toList());
    }

    @Test
    void text_and_binary_marks_comments_and_folders_are_read() throws UnfitDelivery {
        assertThat(parsed("# November\n\n" + ONE + "  README.txt\n" + TWO.toUpperCase(Locale.ROOT)
                                + " *bin/the tool\r\n" + TWO + "  ./data/Zürich.tsv")
                        .digests())
                .isEqualTo(Map.of(
                        "README.txt",
                        new Digest(ONE),
                        "bin/the tool",
                        new Digest(TWO),
                        "data/Zürich.tsv",
                        new Digest(TWO)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "SHA256 (README.txt) = " + "00",
                "abc  short",
                "\\e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  two\\nlines",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 one-space",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  "
            })
    void a_line_that_sha256sum_does_not_write_is_refused(String line) {
        refused(ONE + "  README.txt\n" + line + "\n", "line 2 of SHA256SUMS is not '<digest>  <file>'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../README", "/etc/passwd", "a/../b", "a//b", ".", "..", "a\\b", "a/", "tab\tname", "a/./b"})
    void a_path_that_leaves_or_tricks_is_refused(String path) {
        refused(ONE + "  " + path, "line 1 of SHA256SUMS names no plain path");
    }

    @Test
    void nothing_twice_and_what_vouches_is_named_by_none() {
        refused("", "names no file");
        refused("# only words\n", "names no file");
        refused(ONE + "  a\n" + ONE + " *./a\n", "names 'a' twice");
        refused(ONE + "  SHA256SUMS", "can vouch for nothing");
        refused(ONE + "  SHA256SUMS.sig", "can vouch for nothing");
    }

    @Test
    void what_is_not_written_in_utf_8_is_refused() {
        byte[] latin = (ONE + "  Zürich").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Checksums.parse(latin)).hasMessageContaining("UTF-8");
    }

    @Test
    void exactly_the_named_files_with_exactly_these_digests_are_sound() throws UnfitDelivery {
        Checksums sums = parsed(ONE + "  a\n" + ONE + "  b/c\n");

        sums.require(files("a", "b/c"));

        assertThatThrownBy(() -> sums.require(files("a", "b/c", "d")))
                .hasMessageStartingWith("'d' lies in the delivery, but SHA256SUMS does not name it");
        assertThatThrownBy(() -> sums.require(files("a")))
                .hasMessageStartingWith("'b/c' is named by SHA256SUMS and missing");
        assertThatThrownBy(
                        () -> sums.require(new Manifest(List.of(new Manifest.Entry("a", new Digest(TWO), 3, false)))))
                .hasMessageStartingWith(
                        "'a' has the digest " + TWO.substring(0, 12) + ", but SHA256SUMS says " + ONE.substring(0, 12));
    }
}
