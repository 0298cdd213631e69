package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.Parts.CHECK;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import slipway.library.Library;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.UnitRevision;

class RecognitionTest {
    private static final Library.Holding FIRST = holding("1.0.0", "run", "notes", "licence");
    private static final Library.Holding SECOND = holding("1.1.0", "run", "notes-2", "licence");
    private static final Library.Holding OTHER = holding("2.0.0", "run-2", "notes-3", "licence-2");
    private static final List<Library.Holding> ALL = List.of(FIRST, SECOND, OTHER);

    @Test
    void exactly_the_files_of_a_revision_are_that_revision() {
        assertThat(Recognition.content(ALL, entries("run", "notes-2", "licence"), List.of()))
                .isEqualTo(new Content.Known(SECOND.revision()));
    }

    @Test
    void foreign_files_are_unknown_content_and_never_nothing() {
        List<Manifest.Entry> files = entries("run", "notes");
        assertThat(Recognition.content(ALL, files, List.of()))
                .isEqualTo(new Content.Unknown(new Manifest(files).digest()));
        assertThat(Recognition.content(ALL, List.of(), List.of())).isEqualTo(new Content.Unknown(Digest.of("")));
    }

    @Test
    void what_is_no_plain_file_makes_content_unknown_and_another_content() {
        List<Manifest.Entry> files = entries("run", "notes", "licence");
        Content odd = Recognition.content(ALL, files, List.of("pipe"));
        assertThat(odd).isInstanceOf(Content.Unknown.class);
        assertThat(Recognition.content(ALL, files, List.of("pipe"))).isEqualTo(odd);
        assertThat(Recognition.content(ALL, files, List.of("device"))).isNotEqualTo(odd);
        assertThat(Recognition.content(ALL, entries("run"), List.of("pipe"))).isNotEqualTo(odd);
    }

    @Test
    void the_closest_revision_is_the_one_that_most_files_belong_to() {
        assertThat(closest(Optional.empty(), "run", "notes-2")).contains(SECOND);
        assertThat(closest(Optional.empty(), "run-2", "strange")).contains(OTHER);
        assertThat(closest(Optional.empty(), "strange")).isEmpty();
        assertThat(Recognition.closest(
                        List.of(holding("3.0.0", "run", "a", "b", "c", "d", "e", "f", "g", "h", "i"), FIRST),
                        entries("run", "notes"),
                        Optional.empty()))
                .contains(FIRST);
    }

    @Test
    void files_of_nobody_beside_them_hide_no_revision() {
        assertThat(closest(Optional.empty(), "run", "notes", "strange")).contains(FIRST);
        assertThat(closest(Optional.empty(), "run", "notes", "licence", "strange", "stranger"))
                .contains(FIRST);
    }

    @Test
    void of_two_as_close_the_preferred_one_counts_and_then_the_newer() {
        assertThat(closest(Optional.empty(), "run", "licence")).contains(SECOND);
        assertThat(closest(Optional.of(FIRST), "run", "licence")).contains(FIRST);
        assertThat(closest(Optional.of(OTHER), "run", "licence")).contains(SECOND);
    }

    private static Optional<Library.Holding> closest(Optional<Library.Holding> preferred, String... files) {
        return Recognition.closest(ALL, entries(files), preferred);
    }

    private static Library.Holding holding(String version, String... files) {
        Manifest manifest = new Manifest(entries(files));
        UnitRevision revision = new UnitRevision(CHECK, version, manifest.digest());
        return new Library.Holding(revision, Library.State.ACCEPTED, false, manifest, Map.of(), null);
    }

    private static List<Manifest.Entry> entries(String... names) {
        return Arrays.stream(names)
                .map(name -> new Manifest.Entry(name, Digest.of(name), name.length(), false))
                .toList();
    }
}
