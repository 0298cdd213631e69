package slipway.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutationReportTest {

    @Test
    void all_is_well_when_everything_is_killed() {
        assertThat(report(mutants("release", 50, "KILLED")).objections()).isEmpty();
    }

    @Test
    void one_weak_package_fails_however_strong_the_others_are() {
        List<String> mutants = mutants("release", 1000, "KILLED");
        mutants.addAll(mutants("policy", 8, "KILLED"));
        mutants.addAll(mutants("policy", 1, "NO_COVERAGE"));

        assertThat(report(mutants).objections())
                .containsExactly("Of slipway.policy only 88.9 % are killed; 90 % must be.");
    }

    @Test
    void more_than_two_per_cent_without_a_reason_fail_although_every_package_is_strong() {
        List<String> mutants = mutants("release", 97, "KILLED");
        mutants.addAll(mutants("release", 3, "SURVIVED"));

        assertThat(report(mutants).objections())
                .containsExactly("3 survived without a reason in the list, more than 2 %.");
    }

    @Test
    void a_survivor_is_forgiven_once_for_each_line_with_its_reason() {
        List<String> mutants = mutants("release", 98, "TIMED_OUT");
        mutants.addAll(mutants("release", 2, "SURVIVED"));

        MutationReport report = report(mutants, "slipway.release.Rules judge MathMutator: nothing is added.");

        assertThat(report.objections()).isEmpty();
        assertThat(report.lines())
                .contains("survived: slipway.release.Rules judge MathMutator in line 7")
                .anySatisfy(line -> assertThat(line).matches("slipway.release +100 +98 +1 +1 +99.0 %"));
    }

    @Test
    void more_than_two_per_cent_of_equivalents_fail() {
        List<String> mutants = mutants("release", 97, "KILLED");
        mutants.addAll(mutants("release", 3, "SURVIVED"));
        String line = "slipway.release.Rules judge MathMutator: nothing is added.";

        assertThat(report(mutants, line, line, line).objections())
                .containsExactly("3 are listed as equivalent, more than 2 %.");
    }

    @Test
    void a_line_for_what_does_not_survive_fails() {
        assertThat(report(mutants("release", 50, "KILLED"), "slipway.release.Rules judge MathMutator: was so once.")
                        .objections())
                .containsExactly("slipway.release.Rules judge MathMutator is listed as equivalent and did not survive:"
                        + " take the line out.");
    }

    @Test
    void a_line_for_a_package_that_was_left_out_is_no_matter() {
        assertThat(report(mutants("release", 50, "KILLED"), "slipway.policy.Rules judge MathMutator: as ever.")
                        .objections())
                .isEmpty();
    }

    @Test
    void a_comment_forgives_nothing() {
        assertThat(report(mutants("release", 1, "SURVIVED"), "# slipway.release.Rules judge MathMutator: no reason.")
                        .objections())
                .hasSize(2);
    }

    @Test
    void nothing_mutated_is_no_success() {
        assertThat(report(List.of()).objections()).containsExactly("Nothing was mutated.");
    }

    private static MutationReport report(List<String> mutants, String... listed) {
        return new MutationReport(mutants, List.of(listed));
    }

    private static List<String> mutants(String capability, int count, String status) {
        String line = "Rules.java,slipway.%s.Rules,org.pitest.mutators.MathMutator,judge,7,%s,none";
        return new ArrayList<>(Collections.nCopies(count, line.formatted(capability, status)));
    }
}
