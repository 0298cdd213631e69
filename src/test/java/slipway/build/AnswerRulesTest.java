package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.build.Authors.Answer;
import slipway.build.Authors.Author;
import slipway.shared.Actor;
import slipway.shared.Refusal;

class AnswerRulesTest {
    private static final Optional<Actor> BEN = Optional.of(new Actor("ben"));
    private static final Optional<Actor> NOBODY = Optional.empty();
    private static final Set<String> NONE = Set.of();
    private static final Set<String> ONE = Set.of("eve@works.example");
    private static final List<Author> OPEN = List.of(new Author("Eve", "eve@works.example", 1, "c0ffee"));

    private static String rule(Answer answer, List<Author> open) {
        return AnswerRules.unfit(answer, open)
                .map(refusal -> refusal.field() + " " + refusal.rule())
                .orElse("fit");
    }

    private static String rule(
            Set<String> outside, Set<String> domains, Set<String> theirs, Optional<Actor> colleague, String remark) {
        return rule(new Answer(outside, domains, theirs, colleague, remark), OPEN);
    }

    @Test
    void nothing_need_be_said_once_the_directory_knows_everybody() {
        Answer nothing = new Answer(NONE, NONE, NONE, NOBODY, "");
        assertThat(rule(nothing, List.of())).isEqualTo("fit");
        assertThat(rule(nothing, OPEN)).isEqualTo("outside answer-missing");
        assertThat(AnswerRules.isEmpty(nothing)).isTrue();
    }

    @Test
    void who_is_from_outside_is_said_with_how_one_knows() {
        assertThat(rule(ONE, NONE, NONE, NOBODY, " ")).isEqualTo("remark remark-missing");
        assertThat(rule(NONE, Set.of("works.example"), NONE, NOBODY, "")).isEqualTo("remark remark-missing");
        assertThat(rule(ONE, NONE, NONE, NOBODY, "our contractor")).isEqualTo("fit");
        assertThat(rule(NONE, Set.of("works.example"), NONE, NOBODY, "our contractor"))
                .isEqualTo("fit");
        assertThat(AnswerRules.isEmpty(new Answer(ONE, NONE, NONE, NOBODY, ""))).isFalse();
        assertThat(AnswerRules.isEmpty(new Answer(NONE, ONE, NONE, NOBODY, ""))).isFalse();
    }

    @Test
    void a_colleague_has_an_account_and_addresses() {
        assertThat(rule(NONE, NONE, ONE, NOBODY, "")).isEqualTo("account account-missing");
        assertThat(rule(NONE, NONE, NONE, BEN, "")).isEqualTo("theirs address-missing");
        assertThat(rule(NONE, NONE, ONE, BEN, "")).isEqualTo("fit");
        assertThat(AnswerRules.isEmpty(new Answer(NONE, NONE, ONE, BEN, ""))).isFalse();
    }

    @Test
    void an_address_is_of_one_or_the_other() {
        Optional<Refusal> twice = AnswerRules.unfit(new Answer(ONE, NONE, ONE, BEN, "both"), OPEN);
        assertThat(twice.orElseThrow().rule()).isEqualTo("address-twice");
        assertThat(rule(Set.of("cid@works.example"), NONE, ONE, BEN, "Cid is from outside"))
                .isEqualTo("fit");
    }
}
