package slipway.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.shared.Digest;
import slipway.shared.FileTree;
import slipway.shared.Manifest;
import slipway.site.port.Inventory;
import slipway.testing.WholeTree;

class ReportedInventoryTest {
    private static final String DIGEST = Digest.of("x").hex();
    private static final String RUN = "755 1 " + DIGEST + "  ./bin/run it.sh";

    @TempDir
    Path folder;

    @Test
    void what_the_line_of_the_form_prints_is_what_slipway_itself_would_have_seen() throws Exception {
        Files.createDirectories(folder.resolve("bin/empty"));
        Files.writeString(folder.resolve("bin/run it.sh"), "echo");
        Files.writeString(folder.resolve("notes.txt"), "");
        assertThat(folder.resolve("bin/run it.sh").toFile().setExecutable(true)).isTrue();
        Files.createSymbolicLink(folder.resolve("bin/odd"), Path.of("/etc/passwd"));
        FileTree tree = WholeTree.of(folder);
        assertThat(tree.oddities()).isNotEmpty();
        assertThat(ReportedInventory.of(printedBy(command())))
                .isEqualTo(new ReportedInventory.Read(new Inventory.Seen("by hand", tree.files(), tree.oddities())));
    }

    @Test
    void a_folder_without_files_is_not_the_same_as_nothing_installed() {
        assertThat(ReportedInventory.of("end\n"))
                .isEqualTo(new ReportedInventory.Read(new Inventory.Seen("by hand", List.of(), List.of())));
        assertThat(ReportedInventory.of(" nothing \n"))
                .isEqualTo(new ReportedInventory.Read(new Inventory.NothingInstalled()));
    }

    @Test
    void a_line_says_path_digest_size_and_right() {
        assertThat(ReportedInventory.of("\n" + RUN + "\r\n  0644 20 " + DIGEST + " *notes.txt\n! ./odd\nend"))
                .isEqualTo(new ReportedInventory.Read(new Inventory.Seen(
                        "by hand",
                        List.of(
                                new Manifest.Entry("bin/run it.sh", new Digest(DIGEST), 1, true),
                                new Manifest.Entry("notes.txt", new Digest(DIGEST), 20, false)),
                        List.of("odd"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                        | the last line is not 'end'",
                "RUN                       | the last line is not 'end'",
                "nothing;end               | line 1 is not '<rights>",
                "RUN;something;end         | line 2 is not '<rights>",
                "RUN;RUN;end               | line 2 names 'bin/run it.sh' a second time",
                "! ./odd;! ./odd;end       | line 2 names 'odd' a second time",
                "! ./bin/run it.sh;RUN;end | line 2 names 'bin/run it.sh' a second time",
                "755 1 DIGEST  a;755 1 DIGEST  a/b;end | line 2 makes 'a' a file and a folder",
                "755 1 DIGEST  a/b/c;755 1 DIGEST  a;end | line 2 makes 'a' a file and a folder",
                "! ./a;755 1 DIGEST  a/b;end | line 2 makes 'a' a file and a folder",
                "755 1 DIGEST  ../out;end  | line 1 names '../out', which is no plain path",
                "755 1 DIGEST  /etc/x;end  | line 1 names '/etc/x', which is no plain path",
                "799 1 DIGEST  ./a;end     | line 1 is not '<rights>",
                "755 -1 DIGEST  ./a;end    | line 1 is not '<rights>",
                "755 1 0DIGEST  ./a;end    | line 1 is not '<rights>",
                "755 1 \\DIGEST  ./a\\nb;end | line 1 is not '<rights>",
                "755 9999999999999999 DIGEST  ./a;end | line 1 is not '<rights>",
            })
    void a_line_that_says_nothing_certain_is_refused_by_its_number(String report, String words) {
        String text = report.replace(";", "\n").replace("RUN", RUN).replace("DIGEST", DIGEST);
        assertThat(ReportedInventory.of(text)).isInstanceOfSatisfying(ReportedInventory.Wrong.class, wrong -> {
            assertThat(wrong.refusal().rule()).isEqualTo("unclear-inventory");
            assertThat(wrong.refusal().field()).isEqualTo("inventory");
            assertThat(wrong.refusal().reason()).contains(words).contains("; ");
        });
    }

    @Test
    void a_name_that_cannot_be_shown_is_not_taken() {
        assertThat(ReportedInventory.of("! ./be\u0007ll\nend"))
                .isInstanceOfSatisfying(
                        ReportedInventory.Wrong.class,
                        wrong -> assertThat(wrong.refusal().reason())
                                .contains("line 1 holds a sign that cannot be shown"));
    }

    /** The line of shell as the form shows it. */
    private static String command() throws IOException {
        JsonNode form = new ObjectMapper()
                .readTree(Path.of("forms/site/do-work-by-hand.form").toFile());
        return StreamSupport.stream(form.findValues("text").spliterator(), false)
                .map(JsonNode::asText)
                .filter(text -> text.contains("find ."))
                .map(text -> text.substring(text.indexOf("find ."), text.lastIndexOf("\n```")))
                .findFirst()
                .orElseThrow();
    }

    private String printedBy(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        return printed;
    }
}
