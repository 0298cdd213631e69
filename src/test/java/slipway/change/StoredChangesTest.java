package slipway.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;
import slipway.testing.RolledBack;

class StoredChangesTest {
    private static final RfcNumber APPROVED = new RfcNumber("RFC-90001");
    private static final RfcNumber OPEN = new RfcNumber("RFC-90002");
    private static final RfcNumber UNKNOWN = new RfcNumber("RFC-99999");

    @RegisterExtension
    private final RolledBack database = new RolledBack();

    private final JdbcClient sql = database.sql();
    private final Changes changes = new StoredChanges(new RfcTable(sql, Clock.systemUTC()));

    @BeforeEach
    void two_rfcs() {
        changes.register(rfc(APPROVED, Rfc.Status.APPROVED));
        changes.register(rfc(OPEN, Rfc.Status.OPEN));
    }

    @Test
    void only_approved_rfcs_enter_a_release() {
        assertThat(changes.notReleasable(Set.of(APPROVED))).isEmpty();
        assertThat(changes.approved())
                .extracting(Rfc::number)
                .contains(APPROVED)
                .doesNotContain(OPEN);
    }

    @Test
    void the_refusal_names_each_rfc_that_may_not() {
        assertThat(changes.notReleasable(Set.of(APPROVED, OPEN, UNKNOWN)))
                .hasValueSatisfying(no -> assertThat(no.reason())
                        .contains(OPEN + " is open", UNKNOWN + " is unknown")
                        .doesNotContain(APPROVED.value()));
    }

    @Test
    void an_implemented_rfc_enters_no_second_release_and_keeps_its_history() {
        RfcNumber once = new RfcNumber("RFC-90003");
        changes.register(rfc(once, Rfc.Status.APPROVED));

        changes.implemented(Set.of(once));
        changes.implemented(Set.of(once));

        assertThat(changes.notReleasable(Set.of(once))).isPresent();
        assertThat(sql.sql("select status from slipway.rfc_status where rfc = ? order by id")
                        .param(once.value())
                        .query(String.class)
                        .list())
                .endsWith("APPROVED", "IMPLEMENTED");
    }

    private static Rfc rfc(RfcNumber number, Rfc.Status status) {
        return new Rfc(
                number, "Check faster", new UnitId("iban-check"), Rfc.Impact.LOW, false, status, "Takes one second.");
    }
}
