package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.release.Parts.CHECK;
import static slipway.release.Parts.FILES;
import static slipway.release.Parts.sites;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.change.Rfc;
import slipway.cmdb.Unit;
import slipway.shared.Refusal;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;

class ScopeRulesTest {
    private static final UnitId ROUTER = new UnitId("router");
    private static final Unit.Repository SOURCE = new Unit.Repository("repository");
    private static final ScopeRules RULES = new ScopeRules(
            Map.of(
                    CHECK, new Unit.Software(CHECK, "Check", SOURCE),
                    FILES, new Unit.Software(FILES, "Files", new Unit.Vendor("ACME", "inbox", "")),
                    ROUTER, new Unit.Hardware(ROUTER, "Router")),
            sites("zurich", "new-york"));
    private static final Rfc FOR_CHECK = rfc("RFC-1", CHECK);
    private static final Rfc FOR_FILES = rfc("RFC-2", FILES);

    @Test
    void each_part_is_asked_for_and_each_rfc_is_for_a_part() {
        assertThat(broken(List.of(CHECK, FILES), FOR_CHECK, FOR_FILES)).isEmpty();
        assertThat(broken(List.of(CHECK), FOR_CHECK, FOR_FILES)).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo("rfcs-of-parts");
            assertThat(no.field()).isEqualTo("rfcs");
            assertThat(no.reason()).contains("RFC-2 is for payment-file");
        });
        assertThat(broken(List.of(CHECK, FILES), FOR_CHECK)).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo("part-without-rfc");
            assertThat(no.field()).isEqualTo("parts");
            assertThat(no.reason()).contains("payment-file").doesNotContain("iban-check");
        });
    }

    @Test
    void what_the_registers_do_not_know_is_named() {
        assertThat(RULES.broken(scope(List.of(CHECK), "zurich", "basel", "aarau"), List.of(FOR_CHECK)))
                .hasValueSatisfying(no -> {
                    assertThat(no.rule()).isEqualTo("site-unknown");
                    assertThat(no.field()).isEqualTo("sites");
                    assertThat(no.reason()).contains("aarau, basel");
                });
        assertThat(broken(List.of(new UnitId("ghost")), FOR_CHECK)).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo("unit-unknown");
            assertThat(no.reason()).contains("ghost");
        });
    }

    @Test
    void only_software_is_delivered_so_far() {
        assertThat(broken(List.of(CHECK, ROUTER), FOR_CHECK, rfc("RFC-3", ROUTER)))
                .hasValueSatisfying(no -> {
                    assertThat(no.rule()).isEqualTo("kind-not-delivered-yet");
                    assertThat(no.field()).isEqualTo("parts");
                    assertThat(no.reason()).contains("router (hardware)");
                });
        assertThat(broken(List.of(CHECK), FOR_CHECK, rfc("RFC-3", ROUTER))).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo("kind-not-delivered-yet");
            assertThat(no.field()).isEqualTo("rfcs");
            assertThat(no.reason()).contains("RFC-3 for router (hardware)");
        });
    }

    private static Optional<Refusal> broken(List<UnitId> units, Rfc... rfcs) {
        return RULES.broken(scope(units, "zurich"), List.of(rfcs));
    }

    private static Scope scope(List<UnitId> units, String... sites) {
        return new Scope(
                units.stream().map(unit -> new PartScope(unit, "v1.1.0")).toList(),
                Set.of(new RfcNumber("RFC-1")),
                sites(sites));
    }

    private static Rfc rfc(String number, UnitId unit) {
        return new Rfc(
                new RfcNumber(number),
                "Faster",
                unit,
                Rfc.Impact.LOW,
                false,
                Rfc.Status.APPROVED,
                List.of("The tellers say so."));
    }
}
