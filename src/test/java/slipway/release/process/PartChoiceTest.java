package slipway.release.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipway.release.PartScope;
import slipway.shared.UnitId;

class PartChoiceTest {
    private static final UnitId CHECK = new UnitId("iban-check");

    @Test
    void a_source_may_hold_the_sign_that_parts_it_from_its_unit() {
        assertThat(PartChoice.read(List.of("iban-check=v1.1.0", "x=a=b")))
                .isEqualTo(new PartChoice.Chosen(Map.of(CHECK, "v1.1.0", new UnitId("x"), "a=b")));
        assertThat(PartChoice.value(new PartScope(CHECK, "v1.1.0"))).isEqualTo("iban-check=v1.1.0");
    }

    @Test
    void a_unit_has_one_source() {
        assertThat(PartChoice.read(List.of("iban-check=v1.1.0", "iban-check=v1.2.0")))
                .isInstanceOfSatisfying(PartChoice.Unclear.class, no -> {
                    assertThat(no.refusal().rule()).isEqualTo("one-source-a-unit");
                    assertThat(no.refusal().field()).isEqualTo("parts");
                    assertThat(no.refusal().reason()).contains("v1.1.0 and v1.2.0 of iban-check");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"iban-check", "=v1.1.0", "iban-check=", "iban-check= ", ""})
    void what_names_no_unit_with_a_source_is_no_choice(String value) {
        assertThat(PartChoice.read(List.of(value)))
                .isInstanceOfSatisfying(
                        PartChoice.Unclear.class,
                        no -> assertThat(no.refusal().rule()).isEqualTo("part-unreadable"));
    }
}
