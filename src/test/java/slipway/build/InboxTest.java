package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipway.cmdb.Unit;
import slipway.shared.UnitId;

class InboxTest {
    @TempDir
    Path folder;

    private Path root = Path.of("");
    private Inbox inbox = at("");

    private static Inbox at(String path) {
        return new Inbox(new UnitId("bank-directory"), new Unit.Vendor("Clearing House AG", path, ""));
    }

    @BeforeEach
    void some_deliveries() throws IOException {
        root = Files.createDirectories(folder.resolve("inbox"));
        inbox = at(root.toString());
        for (String name : List.of("2026.9", "2026.11", "2026.10", ".2026.12", "2026.11-rc1", "two words")) {
            Files.createDirectories(root.resolve(name));
        }
        Files.writeString(root.resolve("2026.13"), "no folder");
        Files.createSymbolicLink(root.resolve("2026.14"), Path.of("2026.9"));
    }

    @Test
    void versions_are_plain_folders_and_the_highest_comes_first() {
        assertThat(inbox.versions()).containsExactly("2026.11-rc1", "2026.11", "2026.10", "2026.9");
        assertThat(at(folder.resolve("nowhere").toString()).versions()).isEmpty();
    }

    @Test
    void a_version_is_its_folder() throws Exception {
        assertThat(inbox.folder("2026.10")).isEqualTo(root.resolve("2026.10"));
        assertThatThrownBy(() -> inbox.folder("2026.12"))
                .hasMessageContaining("there is no delivery '2026.12' of bank-directory")
                .hasMessageContaining("Clearing House AG");
        assertThatThrownBy(() -> inbox.folder("2026.13")).hasMessageContaining("there is no delivery");
        assertThatThrownBy(() -> inbox.folder("2026.14")).hasMessageContaining("there is no delivery");
        assertThatThrownBy(() -> at("\0").folder("2026.10")).hasMessageContaining("is no path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", "../inbox/2026.10", "2026.10/..", "/etc", ".2026.12", "two words"})
    void a_name_that_is_no_version_never_becomes_a_path(String name) {
        assertThatThrownBy(() -> inbox.folder(name)).hasMessageContaining("is no version");
    }

    @Test
    void names_are_ordered_as_people_count() {
        assertThat(List.of("1.10", "1.9", "1.9a", "10", "9", "1.9.1", "b", "a", "01.9").stream()
                        .sorted(new NaturalOrder())
                        .toList())
                .containsExactly("01.9", "1.9", "1.9.1", "1.9a", "1.10", "9", "10", "a", "b");
        assertThat(new NaturalOrder().compare("1", "01.5")).isNegative();
    }
}
