package slipway.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import slipway.engine.DrawnModels;
import slipway.engine.DrawnModels.DrawnForm;
import slipway.engine.DrawnModels.Reference;
import slipway.engine.DrawnModels.Reference.Kind;
import slipway.engine.DrawnModels.Table;
import slipway.engine.Finding;

class WholeSetTest {
    private static final Table TABLE = new Table("t.dmn", "release-type", List.of());
    private static final DrawnForm FORM = new DrawnForm("f.form", "sign-audit", Map.of());

    @Test
    void what_comes_along_may_be_referred_to() {
        assertThat(check(
                        refers(Kind.PROCESS, "AuditSites"),
                        refers(Kind.DECISION, "release-type"),
                        refers(Kind.FORM, "sign-audit")))
                .isEmpty();
    }

    @Test
    void what_does_not_come_along_is_named_with_who_refers_to_it() {
        assertThat(check(refers(Kind.PROCESS, "audit-sites")))
                .extracting(Finding::toString)
                .containsExactly(
                        "a.bpmn, callActivity 'Call_Audit': refers to the process 'audit-sites', which is not in"
                                + " the set; add it, or correct the id [refers-to]");
        assertThat(check(refers(Kind.DECISION, "sign-audit"), refers(Kind.FORM, "release-type")))
                .extracting(Finding::rule)
                .containsExactly("refers-to", "refers-to");
    }

    @Test
    void the_shipped_models_are_read_whole() {
        DrawnModels shipped = new Drawing(new Beans(new StaticListableBeanFactory())).of(ModelSet.shipped());
        assertThat(new WholeSet().check(shipped)).isEmpty();
        assertThat(shipped.references()).extracting(Reference::kind).contains(Kind.values());
        assertThat(shipped.table("required-approvals").orElseThrow().rules())
                .extracting(rule -> rule.outputs().get("before"))
                .containsExactly("PLANNED", "ACCEPTED", "ACCEPTED", "AUTHORISED");
        assertThat(shipped.form("give-go-no-go").orElseThrow().fields().get("decision"))
                .isEqualTo(new DrawnModels.Field("radio", Set.of("GO", "REPLAN", "CANCEL"), true, true));
    }

    private static Reference refers(Kind kind, String id) {
        return new Reference("a.bpmn", "callActivity 'Call_Audit'", kind, id);
    }

    private static List<Finding> check(Reference... references) {
        return new WholeSet()
                .check(new DrawnModels(
                        Set.of("AuditSites"),
                        List.of(references),
                        List.of(),
                        List.of(),
                        List.of(TABLE),
                        List.of(FORM)));
    }
}
