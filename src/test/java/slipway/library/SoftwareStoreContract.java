package slipway.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipway.library.Library.AlteredContent;
import slipway.library.port.SoftwareStore;
import slipway.shared.Digest;

/** What every store of the library must do. */
public abstract class SoftwareStoreContract {
    @TempDir
    private Path folder;

    protected abstract SoftwareStore store() throws IOException;

    protected abstract void damage(Digest digest) throws IOException;

    protected abstract void lose(Digest digest) throws IOException;

    protected Path folder() {
        return folder;
    }

    protected Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "file", ""), content);
    }

    /** The digest under which that content is held now. */
    protected Digest stored(String content) throws IOException {
        try (InputStream in = Files.newInputStream(file(content))) {
            return store().store(in);
        }
    }

    private Path target() {
        return folder.resolve("target");
    }

    @Test
    void content_comes_back_as_it_was_under_its_digest() throws IOException {
        Digest digest = stored("content");

        store().fetch(digest, target());

        assertThat(digest).isEqualTo(Digest.of("content"));
        assertThat(target()).hasContent("content");
        assertThat(store().flaw(digest)).isEmpty();
    }

    @Test
    void content_that_is_not_what_was_expected_is_not_kept() throws IOException {
        Digest other = Digest.of("other");
        try (InputStream in = Files.newInputStream(file("content"))) {
            assertThat(store().store(in, other)).isEqualTo(Digest.of("content"));
        }
        assertThat(store().flaw(Digest.of("content")))
                .hasValueSatisfying(flaw -> assertThat(flaw).contains("lacks"));
        assertThat(store().flaw(other)).isPresent();

        try (InputStream in = Files.newInputStream(file("content"))) {
            store().store(in, Digest.of("content"));
        }
        assertThat(store().flaw(Digest.of("content"))).isEmpty();
    }

    @Test
    void the_same_content_again_is_no_error() throws IOException {
        assertThat(stored("content")).isEqualTo(stored("content"));
    }

    @Test
    void altered_content_is_neither_given_out_nor_taken_for_sound() throws IOException {
        Digest digest = stored("content");
        damage(digest);

        assertThatThrownBy(() -> store().fetch(digest, target())).isInstanceOf(AlteredContent.class);
        assertThat(target()).doesNotExist();
        assertThat(store().flaw(digest))
                .hasValueSatisfying(flaw -> assertThat(flaw).contains("other content"));
        assertThatThrownBy(() -> stored("content")).hasMessageContaining("other content");
    }

    @Test
    void lost_content_is_missed() throws IOException {
        Digest digest = stored("content");
        lose(digest);

        assertThatThrownBy(() -> store().fetch(digest, target())).isInstanceOf(NoSuchFileException.class);
        assertThat(store().flaw(digest))
                .hasValueSatisfying(flaw -> assertThat(flaw).contains("lacks"));
    }

    @Test
    void a_target_that_exists_is_not_overwritten() throws IOException {
        Digest digest = stored("content");
        Files.writeString(target(), "mine");

        assertThatThrownBy(() -> store().fetch(digest, target())).isInstanceOf(IOException.class);
        assertThat(target()).hasContent("mine");
    }
}
