package slipway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.audit.FindingKind.ALTERED;
import static slipway.audit.FindingKind.MISSING;
import static slipway.audit.FindingKind.REVERTED;
import static slipway.audit.FindingKind.UNKNOWN;
import static slipway.audit.FindingKind.WRONG_VERSION;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import slipway.library.Library;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.site.port.Inventory;

class ComparisonTest {
    private static final UnitId UNIT = new UnitId("iban-check");

    private final Library.Holding one = holding("1.0.0", file("run.sh", "1"), file("notes", "1"), file("licence", "l"));
    private final Library.Holding two = holding("1.1.0", file("run.sh", "2"), file("notes", "2"), file("licence", "l"));
    private final List<Library.Holding> library = List.of(one, two);

    @Test
    void exactly_the_expected_files_are_verified() {
        Comparison comparison = compare(two.revision(), two.manifest().entries());
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.content()).contains(new Content.Known(two.revision()));
        assertThat(comparison.verified()).isTrue();
    }

    @Test
    void the_expected_revision_alone_will_do_when_it_is_exact() {
        Inventory.Seen seen = seen(two.manifest().entries());
        assertThat(Comparison.exact(seen, two)).isTrue();
        assertThat(Comparison.exact(seen, one)).isFalse();
        assertThat(Comparison.exact(new Inventory.NothingInstalled(), two)).isFalse();
        assertThat(new Comparison(two.revision(), seen, List.of(two)).verified())
                .isTrue();
    }

    @Test
    void each_file_that_differs_is_named() {
        Comparison comparison =
                compare(two.revision(), List.of(file("run.sh", "2"), file("notes", "x"), file("added", "a")));
        assertThat(comparison.differences())
                .containsExactly(
                        new Difference(MISSING, "licence", Digest.of("l").hex(), "nothing"),
                        new Difference(
                                ALTERED,
                                "notes",
                                Digest.of("2").hex(),
                                Digest.of("x").hex()),
                        new Difference(
                                UNKNOWN, "added", "nothing", Digest.of("a").hex()));
        assertThat(comparison.content().orElseThrow()).isInstanceOf(Content.Unknown.class);
        assertThat(comparison.verified()).isFalse();
    }

    @Test
    void a_right_that_differs_is_an_alteration() {
        Manifest.Entry script = file("run.sh", "2");
        Comparison comparison = compare(
                two.revision(),
                List.of(
                        new Manifest.Entry("run.sh", script.digest(), script.size(), false),
                        file("notes", "2"),
                        file("licence", "l")));
        assertThat(comparison.differences())
                .containsExactly(new Difference(
                        ALTERED,
                        "run.sh",
                        Digest.of("2").hex() + " executable",
                        Digest.of("2").hex()));
    }

    @Test
    void an_older_revision_was_reverted_and_a_newer_one_is_the_wrong_version() {
        Comparison older = compare(two.revision(), one.manifest().entries());
        assertThat(older.differences())
                .containsExactly(new Difference(
                        REVERTED, ".", two.revision().toString(), one.revision().toString()));
        assertThat(older.content()).contains(new Content.Known(one.revision()));
        assertThat(older.verified()).isFalse();
        assertThat(compare(one.revision(), two.manifest().entries()).differences())
                .extracting(Difference::kind)
                .containsExactly(WRONG_VERSION);
    }

    @Test
    void another_revision_that_was_altered_is_both() {
        Comparison comparison =
                compare(two.revision(), List.of(file("run.sh", "1"), file("notes", "x"), file("licence", "l")));
        assertThat(comparison.differences())
                .extracting(Difference::kind, Difference::path)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(REVERTED, "."),
                        org.assertj.core.groups.Tuple.tuple(ALTERED, "notes"));
    }

    @Test
    void of_two_versions_with_the_same_files_it_is_the_expected_one() {
        Library.Holding again = new Library.Holding(
                new UnitRevision(UNIT, "1.1.1", two.revision().digest()),
                Library.State.ACCEPTED,
                false,
                two.manifest(),
                Map.of(),
                null);
        for (Library.Holding expected : List.of(two, again)) {
            Comparison comparison =
                    new Comparison(expected.revision(), seen(two.manifest().entries()), List.of(one, two, again));
            assertThat(comparison.content()).contains(new Content.Known(expected.revision()));
            assertThat(comparison.verified()).isTrue();
        }
    }

    @Test
    void nothing_where_something_is_authorised_is_missing_and_where_nothing_is_it_is_right() {
        Comparison missing = new Comparison(one.revision(), new Inventory.NothingInstalled(), library);
        assertThat(missing.differences())
                .containsExactly(new Difference(MISSING, ".", one.revision().toString(), "nothing installed"));
        assertThat(missing.content()).contains(new Content.Absent());
        assertThat(missing.verified()).isFalse();
        Comparison right = new Comparison(null, new Inventory.NothingInstalled(), library);
        assertThat(right.differences()).isEmpty();
        assertThat(right.content()).contains(new Content.Absent());
        assertThat(right.verified()).isTrue();
    }

    @Test
    void something_where_nothing_is_authorised_is_unknown_and_named_by_what_it_is_most_like() {
        Comparison known = compare(null, one.manifest().entries());
        assertThat(known.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(UNKNOWN);
            assertThat(difference.expected()).isEqualTo("nothing authorised");
            assertThat(difference.found()).contains("most like " + one.revision());
        });
        assertThat(known.content()).contains(new Content.Known(one.revision()));
        assertThat(known.verified()).isFalse();
        assertThat(compare(null, List.of(file("evil.sh", "e"))).differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.found()).contains("unknown files"));
    }

    @Test
    void what_is_no_plain_file_makes_the_content_unknown() {
        Comparison comparison = new Comparison(
                two.revision(), new Inventory.Seen("r", two.manifest().entries(), List.of("link")), library);
        assertThat(comparison.differences())
                .containsExactly(new Difference(UNKNOWN, "link", "nothing", "not a plain file"));
        assertThat(comparison.content().orElseThrow()).isInstanceOf(Content.Unknown.class);
        assertThat(comparison.verified()).isFalse();
    }

    @Test
    void an_empty_folder_is_unknown_content_and_lacks_every_file() {
        Comparison comparison = compare(two.revision(), List.of());
        assertThat(comparison.differences()).extracting(Difference::kind).containsExactly(MISSING, MISSING, MISSING);
        assertThat(comparison.content().orElseThrow()).isInstanceOf(Content.Unknown.class);
    }

    @Test
    void what_nobody_can_read_says_nothing_about_what_runs() {
        Comparison comparison = new Comparison(two.revision(), new Inventory.Unreadable("no route"), library);
        assertThat(comparison.differences())
                .containsExactly(new Difference(MISSING, ".", two.revision().toString(), "no route"));
        assertThat(comparison.content()).isEmpty();
        assertThat(comparison.verified()).isFalse();
        assertThat(new Comparison(null, new Inventory.Unreadable("no route"), library).verified())
                .isFalse();
    }

    @Test
    void an_authorised_revision_that_the_library_lacks_is_said() {
        UnitRevision lost = new UnitRevision(UNIT, "0.9.0", Digest.of("lost"));
        assertThat(compare(lost, one.manifest().entries()).differences())
                .containsExactly(new Difference(MISSING, ".", lost.toString(), "not in the library"));
    }

    @Test
    void what_differs_altogether_is_not_listed_without_end() {
        List<Manifest.Entry> many = new ArrayList<>(two.manifest().entries());
        IntStream.range(0, 2 * Comparison.MOST).forEach(number -> many.add(file("extra" + number, "e")));
        assertThat(compare(two.revision(), many).differences()).hasSize(Comparison.MOST);
    }

    private Comparison compare(@Nullable UnitRevision expected, List<Manifest.Entry> files) {
        return new Comparison(expected, seen(files), library);
    }

    private static Inventory.Seen seen(List<Manifest.Entry> files) {
        return new Inventory.Seen("r", Manifest.sorted(files), List.of());
    }

    private static Manifest.Entry file(String path, String content) {
        return new Manifest.Entry(path, Digest.of(content), content.length(), path.endsWith(".sh"));
    }

    private static Library.Holding holding(String version, Manifest.Entry... files) {
        Manifest manifest = new Manifest(List.of(files));
        UnitRevision revision = new UnitRevision(UNIT, version, manifest.digest());
        return new Library.Holding(revision, Library.State.ACCEPTED, false, manifest, Map.of(), null);
    }
}
