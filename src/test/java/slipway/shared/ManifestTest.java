package slipway.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    private static final Digest SOME = Digest.of("some");

    @Test
    void text_and_digest_do_not_depend_on_the_order_of_files() {
        var one = new Manifest.Entry("bin/a b", SOME, 4, true);
        var two = new Manifest.Entry("VERSION", Digest.of("1"), 1, false);
        assertThat(new Manifest(List.of(one, two)).digest()).isEqualTo(new Manifest(List.of(two, one)).digest());
        assertThat(Manifest.parse(new Manifest(List.of(one, two)).text()).entries())
                .containsExactly(two, one);
    }

    @Test
    void executable_or_not_is_another_revision() {
        assertThat(new Manifest(List.of(new Manifest.Entry("a", SOME, 4, true))).digest())
                .isNotEqualTo(new Manifest(List.of(new Manifest.Entry("a", SOME, 4, false))).digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../up", "a/../../up", "a//b", "./a", "a\\b", "\\a", "a\nb"})
    void a_path_that_could_leave_the_folder_is_refused(String path) {
        assertThatThrownBy(() -> new Manifest.Entry(path, SOME, 1, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("path");
    }

    @Test
    void it_is_as_large_as_its_files_together() {
        assertThat(new Manifest(List.of(
                                new Manifest.Entry("a", SOME, 40, false), new Manifest.Entry("b", SOME, 2, false)))
                        .bytes())
                .isEqualTo(42);
        assertThat(new Manifest.Entry("a", SOME, 0, false).size()).isZero();
        assertThatThrownBy(() -> new Manifest.Entry("a", SOME, -1, false)).hasMessageContaining("negative");
    }

    @Test
    void a_line_that_lacks_something_is_no_entry() {
        assertThatThrownBy(() -> Manifest.parse(SOME + " 1 x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not <digest>");
    }

    @Test
    void a_path_that_is_a_file_is_no_folder_as_well() {
        var file = new Manifest.Entry("bin/check", SOME, 1, false);
        assertThatThrownBy(() -> new Manifest(List.of(file, new Manifest.Entry("bin/check/data/one", SOME, 1, false))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'bin/check' is a file and a folder");
        assertThat(new Manifest(List.of(file, new Manifest.Entry("bin/check-2", SOME, 1, false))).entries())
                .hasSize(2);
    }

    @Test
    void a_path_twice_or_no_file_at_all_is_refused() {
        var entry = new Manifest.Entry("a", SOME, 1, false);
        assertThatThrownBy(() -> new Manifest(List.of(entry, entry))).hasMessageContaining("twice");
        assertThatThrownBy(() -> new Manifest(List.of())).hasMessageContaining("at least one");
    }
}
