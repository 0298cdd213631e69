package slipway.runtime.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.testing.RolledBack;

/** What a row may not say at once, whatever the code does. */
class ConstraintsTest {
    @RegisterExtension
    final RolledBack database = new RolledBack();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    gate_check              | gate (id, name, duty, covers, per_part, by_groups) values ('X', 'x', 'AUTHORISER', '{}', true, true)
                    approval_check          | approval (release, gate, unit, "group", actor, mail, granted, reason, at) values ('r', 'GO_LIVE', 'u', 'cab', 'a', '', true, '', now())
                    mail_owner_check        | mail_owner (kind, name, account, words, said_by, said_at) values ('DOMAIN', 'd', 'tom', '', 'a', now())
                    plan_objective_check    | plan_objective (release, version, place, objective, critical, measured) values ('r', 1, 1, 'o', true, now())
                    objective_score_check   | objective_score (release, round, place, objective, critical, score, review_on, remark, actor, at) values ('r', 1, 1, 'o', false, 'LATER', null, '', 'a', now())
                    objective_score_check   | objective_score (release, round, place, objective, critical, score, review_on, remark, actor, at) values ('r', 1, 1, 'o', false, 'MET', now(), '', 'a', now())
                    objective_score_check1  | objective_score (release, round, place, objective, critical, score, review_on, remark, actor, at) values ('r', 1, 1, 'o', true, 'LATER', now(), '', 'a', now())
                    rollout_check2          | rollout (release, pilot_percent) values ('r', 1)
                    rollout_check2          | rollout (release, threshold_percent) values ('r', 1)
                    wave_check              | wave (release, number, state, batch, planned, failed, failed_in_a_row, most_in_a_row, started_at) values ('r', 1, 'RUNNING', 1, 9, 2, 2, 1, now())
                    wave_check              | wave (release, number, state, batch, planned, failed, failed_in_a_row, most_in_a_row, started_at) values ('r', 1, 'RUNNING', 1, 9, 2, 2, 3, now())
                    build_author_commits_check | build_author (build, address, name, commits, newest) values ('b', 'a', 'n', 0, 'c')
                    """)
    void what_cannot_be_is_not_taken(String constraint, String row) {
        assertThatThrownBy(
                        () -> database.sql().sql("insert into slipway." + row).update())
                .rootCause()
                .hasMessageContaining("violates check constraint \"" + constraint + "\"");
    }
}
