package slipway.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Zurich", "new york", "-a", "a-", "a--b", "7a", "../up", "zürich"})
    void a_key_that_could_not_be_a_file_name_everywhere_is_refused(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SiteId(key)).withMessageContaining("site '" + key);
        assertThatIllegalArgumentException().isThrownBy(() -> new UnitId(key)).withMessageContaining("unit '" + key);
    }

    @Test
    void a_key_has_sixty_signs_at_most() {
        assertThat(new UnitId("a".repeat(60))).hasToString("a".repeat(60));
        assertThatIllegalArgumentException().isThrownBy(() -> new UnitId("a".repeat(61)));
        assertThat(new SiteId("new-york-2")).hasToString("new-york-2");
    }

    @Test
    void a_release_is_numbered_within_its_year() {
        assertThat(ReleaseNumber.of(2026, 42)).hasToString("REL-2026-0042");
        assertThat(ReleaseNumber.of(2026, 123456)).hasToString("REL-2026-123456");
        assertThat(ReleaseNumber.isOne("REL-2026-0042")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REL-2026-042", "REL-2026-1234567", "rel-2026-0042", "REL-26-0042", "REL-2026-0042 "})
    void what_is_not_of_the_form_of_a_release_number_is_none(String text) {
        assertThat(ReleaseNumber.isOne(text)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReleaseNumber(text))
                .withMessageContaining(text);
    }

    @Test
    void an_rfc_has_a_number_of_digits_only() {
        assertThat(new RfcNumber("RFC-1042")).hasToString("RFC-1042");
        for (String text : new String[] {"RFC-", "RFC-1234567890", "RFC-x", "1042"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RfcNumber(text))
                    .withMessageContaining(text);
        }
    }

    @Test
    void an_actor_is_the_id_of_somebody() {
        assertThat(new Actor("rita")).hasToString("rita");
        assertThatIllegalArgumentException().isThrownBy(() -> new Actor(" "));
    }

    @Test
    void a_part_is_named_by_its_release_and_its_unit() {
        assertThat(new PartId(ReleaseNumber.of(2026, 42), new UnitId("iban-check")))
                .hasToString("REL-2026-0042/iban-check");
    }

    @Test
    void a_place_of_a_unit_is_named_by_both() {
        assertThat(new PlaceOfUnit(new SiteId("oslo"), new UnitId("iban-check")))
                .hasToString("iban-check at oslo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.0 beta", "1/0", "+1"})
    void a_version_that_could_not_be_a_file_name_is_refused(String version) {
        assertThat(UnitRevision.isVersion(version)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnitRevision(new UnitId("iban-check"), version, Digest.of("x")))
                .withMessageContaining("version '" + version);
    }

    @Test
    void a_revision_is_shown_with_the_beginning_of_its_digest() {
        Digest digest = Digest.of("x");
        assertThat(UnitRevision.isVersion("1.1.0-rc.1+7")).isTrue();
        assertThat(new UnitRevision(new UnitId("iban-check"), "1.1.0-rc.1+7", digest))
                .hasToString("iban-check 1.1.0-rc.1+7 (" + digest.hex().substring(0, 12) + ")");
    }
}
