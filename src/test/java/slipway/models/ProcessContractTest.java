package slipway.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ProcessContractTest {
    private final List<ProcessModel> models = ModelFiles.processModels();

    @TestFactory
    Stream<DynamicTest> every_model_keeps_each_rule() {
        return rules().map(rule -> DynamicTest.dynamicTest(
                rule.name(),
                () -> assertThat(models)
                        .isNotEmpty()
                        .allSatisfy(model -> assertThat(rule.check(model)).isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> each_rule_finds_a_model_that_breaks_it() {
        return rules().map(rule -> DynamicTest.dynamicTest(
                rule.name(),
                () -> assertThat(ModelFiles.processes())
                        .anySatisfy(file ->
                                assertThat(rule.check(broken(rule, file))).isNotEmpty())));
    }

    @Test
    void no_two_models_share_an_id() {
        assertThat(models)
                .extracting(model -> model.process().getId())
                .doesNotHaveDuplicates()
                .hasSize(27);
    }

    private static ProcessModel broken(ModelRule rule, Path file) {
        return ProcessModel.parse(file, rule.breakage().apply(ModelFiles.text(file)));
    }

    private static Stream<ModelRule> rules() {
        return Stream.of(ShapeRules.rules(), ContractRules.rules(), UserTaskRules.rules())
                .flatMap(List::stream);
    }
}
