package slipway.approval.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slipway.approval.Gate;
import slipway.approval.GateRegister;
import slipway.engine.DrawnModels;
import slipway.engine.DrawnModels.DrawnForm;
import slipway.engine.DrawnModels.Field;
import slipway.engine.DrawnModels.PersonTask;
import slipway.engine.DrawnModels.Rule;
import slipway.engine.DrawnModels.Table;
import slipway.engine.Finding;
import slipway.identity.Duty;

class GatesOfModelsTest {
    private static final DrawnForm FORM = form("GRANT", "DENY");

    private final List<String> entered = new ArrayList<>();
    private final GatesOfModels rule = new GatesOfModels(new GateRegister() {
        @Override
        public Optional<Row> find(Gate gate) {
            return gate.equals(Gate.GO_LIVE)
                    ? Optional.of(new Row(gate, "go live", Duty.AUTHORISER, Set.of(), false, false))
                    : entered.stream()
                            .filter(known -> known.startsWith(gate + " "))
                            .findFirst()
                            .map(known -> new Row(gate, known, Duty.AUTHORISER, Set.of(), false, true));
        }

        @Override
        public Row get(Gate gate) {
            return find(gate).orElseThrow();
        }

        @Override
        public void enter(Gate gate, String name) {
            entered.add(gate + " " + name);
        }
    });

    @Test
    void a_gate_that_a_task_decides_may_be_demanded_of_its_groups() {
        assertThat(rules(set(
                        List.of(
                                decides("GO_LIVE", "giveGoNoGo", "change-manager"),
                                security("security-officer", "cab")),
                        "GO_LIVE change-manager AUTHORISED",
                        "SECURITY_APPROVAL security-officer AUTHORISED",
                        "SECURITY_APPROVAL cab SCHEDULED")))
                .isEmpty();
    }

    @Test
    void what_no_task_decides_or_offers_to_the_group_is_not_demanded() {
        assertThat(rules(set(List.of(), "SECURITY_APPROVAL security-officer AUTHORISED")))
                .containsExactly("gate-undecided");
        assertThat(rules(set(List.of(security("cab")), "SECURITY_APPROVAL security-officer AUTHORISED")))
                .containsExactly("gate-undecided");
    }

    @Test
    void a_gate_is_demanded_before_a_state_on_the_way_to_the_sites() {
        assertThat(rules(set(List.of(security("cab")), "SECURITY_APPROVAL cab DEPLOYED")))
                .containsExactly("gate-before");
        assertThat(rules(set(List.of(security("cab")), "SECURITY_APPROVAL cab SUBMITTED")))
                .containsExactly("gate-before");
        assertThat(rules(set(List.of(security("cab")), "SECURITY_APPROVAL cab IN_ROLLOUT")))
                .isEmpty();
    }

    @Test
    void a_gate_with_a_task_of_its_own_is_demanded_of_one_group() {
        PersonTask go = decides("GO_LIVE", "giveGoNoGo", "change-manager", "cab");
        assertThat(rules(set(List.of(go), "GO_LIVE change-manager AUTHORISED", "GO_LIVE cab AUTHORISED")))
                .containsExactly("gate-decided-once");
        assertThat(rules(set(List.of(go), "GO_LIVE change-manager AUTHORISED", "GO_LIVE change-manager AUTHORISED")))
                .isEmpty();
    }

    @Test
    void the_block_names_a_gate_of_its_own_and_groups_and_has_a_form_that_asks() {
        assertThat(rules(set(List.of(decides("GO_LIVE", "decideGate", "cab"))))).containsExactly("gate-of-slipway");
        for (String unfit : List.of("go live", "SECURITY__APPROVAL", "SECURITY_", "_SECURITY", "")) {
            assertThat(rules(set(List.of(decides(unfit, "decideGate", "cab")))))
                    .as(unfit)
                    .containsExactly("gate-name");
        }
        for (DrawnForm unfit : List.of(form("GRANT"), form("GRANT", "DENY", "MAYBE"), silent(), skipped(), hidden())) {
            assertThat(rules(new DrawnModels(List.of(security("cab")), List.of(), List.of(unfit))))
                    .containsExactly("gate-form");
        }
        assertThat(rules(new DrawnModels(List.of(security("cab")), List.of(), List.of())))
                .containsExactly("gate-form");
    }

    @Test
    void what_tasks_decide_enters_the_register_under_their_names() {
        rule.entered(set(List.of(security("cab"), decides("GO_LIVE", "giveGoNoGo", "change-manager"))));
        assertThat(entered).containsExactly("SECURITY_APPROVAL Security approves");
    }

    @Test
    void a_gate_that_a_model_brought_along_is_decided_and_demanded_by_the_next_set_too() {
        DrawnModels models = set(
                List.of(security("cab", "security-officer")),
                "SECURITY_APPROVAL cab AUTHORISED",
                "SECURITY_APPROVAL security-officer AUTHORISED");
        rule.entered(models);
        assertThat(rules(models)).isEmpty();
    }

    private List<String> rules(DrawnModels models) {
        return rule.check(models).stream().map(Finding::rule).toList();
    }

    private static PersonTask security(String... groups) {
        return decides("SECURITY_APPROVAL", "decideGate", groups);
    }

    private static PersonTask decides(String gate, String records, String... groups) {
        return new PersonTask(
                "a.bpmn",
                "Task_" + gate,
                "Security approves",
                Set.of(groups),
                Map.of("records", records, "gate", gate),
                "security-approves",
                Optional.of(gate));
    }

    /** With the rules of required-approvals, each as {@code gate group before}. */
    private static DrawnModels set(List<PersonTask> tasks, String... rules) {
        return new DrawnModels(
                tasks,
                List.of(new Table(
                        "t.dmn",
                        "required-approvals",
                        IntStream.range(0, rules.length)
                                .mapToObj(number -> demands(number, rules[number].split(" ")))
                                .toList())),
                List.of(FORM));
    }

    private static Rule demands(int number, String... outputs) {
        return new Rule("Rule_" + number, Map.of("gate", outputs[0], "groupId", outputs[1], "before", outputs[2]));
    }

    private static DrawnForm form(String... decisions) {
        return new DrawnForm(
                "f.form",
                "security-approves",
                Map.of(
                        "decision", new Field("radio", Set.of(decisions), true),
                        "reason", new Field("textarea", Set.of(), false)));
    }

    private static DrawnForm silent() {
        return new DrawnForm(
                "f.form", "security-approves", Map.of("decision", new Field("radio", Set.of("GRANT", "DENY"), true)));
    }

    private static DrawnForm hidden() {
        return new DrawnForm(
                "f.form",
                "security-approves",
                Map.of(
                        "decision", new Field("radio", Set.of("GRANT", "DENY"), true, false),
                        "reason", new Field("textarea", Set.of(), false)));
    }

    private static DrawnForm skipped() {
        return new DrawnForm(
                "f.form",
                "security-approves",
                Map.of(
                        "decision", new Field("radio", Set.of("GRANT", "DENY"), false),
                        "reason", new Field("textarea", Set.of(), false)));
    }
}
