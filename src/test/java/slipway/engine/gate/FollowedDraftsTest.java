package slipway.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.support.GenericApplicationContext;
import slipway.engine.Finding;
import slipway.testing.ProcessTest;

/** What a process owner draws is followed on every way that a release can take through it. */
@ProcessTest
class FollowedDraftsTest {
    @Autowired
    ModelGate gate;

    @Autowired
    ListableBeanFactory beans;

    @Test
    void the_shipped_models_run_into_nothing() {
        assertThat(gate.check(ModelSet.shipped())).isEmpty();
    }

    @Test
    void what_beans_promise_without_a_database_is_what_they_promise_with_one() {
        ModelContract wired = ModelContract.of(beans);
        try (GenericApplicationContext unwired = UnwiredBeans.context()) {
            ModelContract said = ModelContract.of(unwired);
            assertThat(wired.beans()).containsAllEntriesOf(said.beans());
            assertThat(wired.topics()).containsAllEntriesOf(said.topics());
            assertThat(wired.messages()).containsAllEntriesOf(said.messages());
        }
    }

    @ParameterizedTest
    @MethodSource("harmful")
    void what_does_harm_is_refused_in_words(Drafts.Harmful harmful) {
        List<Finding> findings = gate.check(harmful.draft().set());

        assertThat(findings).as("%s", findings).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(harmful.rule());
            assertThat(finding.reason()).contains(harmful.reason());
        });
    }

    static Stream<Drafts.Harmful> harmful() {
        return Stream.concat(Drafts.harmful().stream(), OwnersDrafts.harmful().stream());
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void what_does_no_harm_enters(String what, Drafts draft) {
        assertThat(gate.check(draft.set())).as(what).isEmpty();
    }

    static Stream<Arguments> harmless() {
        return OwnersDrafts.harmless().entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }
}
