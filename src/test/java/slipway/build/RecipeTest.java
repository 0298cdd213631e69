package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipway.shared.UnitId;

class RecipeTest {
    private static final UnitId UNIT = new UnitId("unit");

    @TempDir
    Path sources;

    private Recipe recipe(String properties) throws IOException, UnfitSources {
        Files.writeString(sources.resolve("slipway.properties"), properties);
        return Recipe.in(sources);
    }

    private void refused(String properties, String words) {
        assertThatThrownBy(() -> recipe(properties))
                .isInstanceOf(UnfitSources.class)
                .hasMessageContaining(words);
    }

    @Test
    void a_recipe_says_how_to_build_and_test_what_is_installed_and_what_is_kept_with_it() throws Exception {
        Files.writeString(sources.resolve("README.md"), "Read");
        Files.createDirectory(sources.resolve("doc"));
        Files.writeString(sources.resolve("doc/NEWS"), "New");

        assertThat(recipe("build= make all \noutput=out/dist\ntest=make test\ndocuments= README.md ,, doc/NEWS\n"))
                .isEqualTo(new Recipe("make all", "out/dist", "make test", List.of("README.md", "doc/NEWS")));
        assertThat(recipe("build=b\noutput=o\ntest=t\n").documents()).isEmpty();
    }

    @Test
    void what_a_recipe_lacks_is_named() {
        assertThatThrownBy(() -> Recipe.in(sources)).hasMessage("the sources have no file 'slipway.properties'");
        refused("output=dist\ntest=t\n", "does not say 'build'");
        refused("build=b\ntest=t\n", "does not say 'output'");
        refused("build=b\noutput=dist\ntest= \n", "does not say 'test'");
        refused("build=b\noutput=dist\ntest=t\ndocuments=NOTES.md\n", "the sources have no file 'NOTES.md'");
        refused("build=\\u12\n", "cannot be read");
    }

    @Test
    void what_is_not_written_in_utf_8_cannot_be_read() throws IOException {
        Files.write(sources.resolve("slipway.properties"), new byte[] {'b', (byte) 0xff});
        assertThatThrownBy(() -> Recipe.in(sources))
                .isInstanceOf(UnfitSources.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void a_recipe_is_as_long_as_may_be() throws Exception {
        String sound = "build=b\noutput=o\ntest=t\n#";

        assertThat(recipe(sound + "x".repeat(65536 - sound.length())).build()).isEqualTo("b");
        refused(sound + "x".repeat(65537 - sound.length()), "has more than 65536 bytes; shorten it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "../dist", "dist/../..", "/dist", "dist//x", "dist/", "a/./b", "a\\u0007b"})
    void an_output_that_leaves_the_sources_is_refused(String output) {
        refused("build=b\ntest=t\noutput=" + output + "\n", "is not a plain path inside the sources");
    }

    @Test
    void a_document_is_a_file_of_the_sources_and_no_link_out_of_them(@TempDir Path elsewhere) throws Exception {
        Files.createSymbolicLink(sources.resolve("link"), Path.of("/etc/passwd"));
        refused("build=b\noutput=o\ntest=t\ndocuments=link\n", "have no file 'link'");
        Files.writeString(elsewhere.resolve("secret"), "x");
        Files.createSymbolicLink(sources.resolve("out"), elsewhere);
        refused("build=b\noutput=o\ntest=t\ndocuments=out/secret\n", "have no file 'out/secret'");
        Files.createDirectory(sources.resolve("folder"));
        refused("build=b\noutput=o\ntest=t\ndocuments=folder\n", "have no file 'folder'");
    }

    @Test
    void a_tag_names_a_version_with_or_without_its_v() throws UnfitSources {
        assertThat(Recipe.version(UNIT, "v1.1.0")).isEqualTo("1.1.0");
        assertThat(Recipe.version(UNIT, "2026.11-rc1")).isEqualTo("2026.11-rc1");
        assertThatThrownBy(() -> Recipe.version(UNIT, "nightly")).hasMessageContaining("call it v1.2.3 or 1.2.3");
        assertThatThrownBy(() -> Recipe.version(UNIT, "v1 final"))
                .hasMessageContaining("tag 'v1 final' names no version: ");
    }
}
