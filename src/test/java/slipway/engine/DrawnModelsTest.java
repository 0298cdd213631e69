package slipway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.engine.DrawnModels.DrawnForm;
import slipway.engine.DrawnModels.DrawnTask;
import slipway.engine.DrawnModels.PersonTask;
import slipway.engine.DrawnModels.Table;

class DrawnModelsTest {
    @Test
    void tables_and_forms_are_found_by_their_ids() {
        Table type = new Table("type.dmn", "release-type", List.of());
        Table strategy = new Table("strategy.dmn", "wave-strategy", List.of());
        DrawnForm plan = new DrawnForm("plan.form", "draft-plan", Map.of());
        DrawnForm wave = new DrawnForm("wave.form", "confirm-wave", Map.of());
        DrawnModels models = new DrawnModels(List.of(), List.of(type, strategy), List.of(plan, wave));

        assertThat(models.table("release-type")).contains(type);
        assertThat(models.table("wave-strategy")).contains(strategy);
        assertThat(models.table("draft-plan")).isEmpty();
        assertThat(models.form("draft-plan")).contains(plan);
        assertThat(models.form("confirm-wave")).contains(wave);
        assertThat(models.form("release-type")).isEmpty();
    }

    @Test
    void what_is_found_at_a_task_names_its_file_its_kind_and_its_id() {
        PersonTask person =
                new PersonTask("a.bpmn", "Task_Plan", "Draft plan", Set.of(), Map.of(), "plan", Optional.empty());
        DrawnTask step = new DrawnTask("a.bpmn", "Task_Build", "Build", "buildUnit", Map.of(), false);

        assertThat(person.found("forms", "has no form"))
                .isEqualTo(new Finding("a.bpmn", "userTask 'Task_Plan'", "forms", "has no form"));
        assertThat(step.found("beans", "does nothing"))
                .isEqualTo(new Finding("a.bpmn", "serviceTask 'Task_Build'", "beans", "does nothing"));
    }

    @Test
    void a_gate_is_demanded_of_the_values_that_its_rules_name_and_of_all_where_they_name_none() {
        assertThat(demand(Set.of("MAJOR")).isOf("MAJOR")).isTrue();
        assertThat(demand(Set.of("MAJOR")).isOf("MINOR")).isFalse();
        assertThat(demand(Set.of()).isOf("MINOR")).isTrue();
    }

    @Test
    void a_field_is_required_by_the_form_or_by_slipway_alone() throws JsonProcessingException {
        JsonNode byForm = field("{'validate':{'required':true}}");
        JsonNode bySlipway = field("{'properties':{'required':'true'}}");
        JsonNode free = field("{'validate':{'required':false},'properties':{'required':'false'}}");

        assertThat(List.of(RequiredField.is(byForm), RequiredField.inForm(byForm)))
                .containsExactly(true, true);
        assertThat(List.of(RequiredField.is(bySlipway), RequiredField.inForm(bySlipway)))
                .containsExactly(true, false);
        assertThat(List.of(RequiredField.is(free), RequiredField.inForm(free))).containsExactly(false, false);
    }

    private static ModelDemands.Demand demand(Set<String> types) {
        return new ModelDemands.Demand("CAB", "PLANNED", "releaseType", types);
    }

    private static JsonNode field(String json) throws JsonProcessingException {
        return new ObjectMapper().readTree(json.replace('\'', '"'));
    }
}
