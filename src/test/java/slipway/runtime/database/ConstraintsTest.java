package slipway.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.testing.RolledBack;

/** What a row may not say at once, whatever the code does. */
class ConstraintsTest {
    private static final String ROWS = """
            acceptance_finding_check   | acceptance_finding (release, unit, version, digest, trial, predecessor_version, passed, summary, millis, found_at) values ('r', 'u', '1.0', 'd', 'TESTS', '0.9', true, '', 1, now())
            acceptance_finding_check1  | acceptance_finding (release, unit, version, digest, trial, predecessor_version, predecessor_digest, passed, summary, millis, found_at) values ('r', 'u', '1.0', 'd', 'TESTS', '0.9', 'd', true, '', 1, now())
            approval_check             | approval (release, gate, unit, "group", actor, mail, granted, reason, at) values ('r', 'GO_LIVE', 'u', 'cab', 'a', '', true, '', now())
            audience_check             | audience (id, name) values ('x', 'X')
            audit_settling_check       | audit_settling (audit, ordered, seen, tell_at) values (1, 1, 2, now())
            build_author_commits_check | build_author (build, address, name, commits, newest) values ('b', 'a', 'n', 0, 'c')
            ci_check                   | ci (site, unit, authorised_version) values ('s', 'u', '1.0')
            ci_check1                  | ci (site, unit, observed_version, observed_at) values ('s', 'u', '1.0', now())
            ci_check2                  | ci (site, unit, observed_digest) values ('s', 'u', repeat('0', 64))
            ci_check3                  | ci (site, unit, verified_version) values ('s', 'u', '1.0')
            early_life_check           | early_life (release, round, since, until) values ('r', 1, now(), now() - interval '1 day')
            gate_check                 | gate (id, name, duty, covers, per_part, by_groups) values ('X', 'x', 'AUTHORISER', '{}', true, true)
            mail_owner_check           | mail_owner (kind, name, account, words, said_by, said_at) values ('DOMAIN', 'd', 'tom', '', 'a', now())
            objective_score_check      | objective_score (release, round, place, objective, critical, score, review_on, remark, actor, at) values ('r', 1, 1, 'o', false, 'MET', now(), '', 'a', now())
            objective_score_check      | objective_score (release, round, place, objective, critical, score, review_on, remark, actor, at) values ('r', 1, 1, 'o', false, 'LATER', null, '', 'a', now())
            objective_score_check1     | objective_score (release, round, place, objective, critical, score, review_on, remark, actor, at) values ('r', 1, 1, 'o', true, 'LATER', now(), '', 'a', now())
            plan_check                 | plan (release, version, starts, ends, backout_limit, point_of_no_return, author, drafted_at) values ('r', 1, now(), now(), 'PT5M', 'NONE', 'a', now())
            plan_objective_check       | plan_objective (release, version, place, objective, critical, measured) values ('r', 1, 1, 'o', true, now())
            plan_return_check          | plan_return (release, version, unit, site, to_version, passed_over) values ('r', 1, 'u', 's', '1.0', '')
            policy_freeze_check        | policy_freeze (policy, place, name, starts, ends) values (1, 1, 'n', now(), now())
            release_check              | release (number, title, purpose, requester, state, type, drafted_at) values ('r', 't', 'p', 'a', 'SUBMITTED', 'MINOR', now())
            release_check              | release (number, title, purpose, requester, state, policy, drafted_at) values ('r', 't', 'p', 'a', 'DRAFT', 1, now())
            release_check1             | release (number, title, purpose, requester, state, drafted_at) values ('r', 't', 'p', 'a', 'SUBMITTED', now())
            release_check2             | release (number, title, purpose, requester, state, type, policy, outcome, drafted_at) values ('r', 't', 'p', 'a', 'REVIEWED', 'MINOR', 1, 'SUCCESS', now())
            release_check2             | release (number, title, purpose, requester, state, type, policy, drafted_at) values ('r', 't', 'p', 'a', 'CLOSED', 'MINOR', 1, now())
            release_check3             | release (number, title, purpose, requester, state, type, policy, drafted_at) values ('r', 't', 'p', 'a', 'PAUSED', 'MINOR', 1, now())
            release_check3             | release (number, title, purpose, requester, state, type, policy, stopped_in, drafted_at) values ('r', 't', 'p', 'a', 'DEPLOYED', 'MINOR', 1, 'DEPLOYED', now())
            release_part_check         | release_part (release, unit, place, source, state, version) values ('r', 'u', 0, 's', 'PLANNED', '1.0')
            release_part_check1        | release_part (release, unit, place, source, state, version, digest) values ('r', 'u', 0, 's', 'REWORK', '1.0', repeat('0', 64))
            release_part_check1        | release_part (release, unit, place, source, state) values ('r', 'u', 0, 's', 'READY')
            rollout_check              | rollout (release, carried_out) values ('r', true)
            rollout_check1             | rollout (release, threshold_percent) values ('r', 1)
            rollout_check1             | rollout (release, pilot_percent) values ('r', 1)
            site_order_check           | site_order (kind, release, number, site, unit, place, attempt, state, worker, due, placed_at) values ('INSTALL', 'r', 1, 's', 'u', 0, 1, 'CLAIMED', 'w', now(), now())
            site_order_check           | site_order (kind, release, number, site, unit, place, attempt, state, worker, lease_until, due, placed_at) values ('INSTALL', 'r', 1, 's', 'u', 0, 1, 'DONE', 'w', now(), now(), now())
            site_target_check          | site_target (release, unit, site, wave, place, state, attempt, reason, predecessor_version, changed_at) values ('r', 'u', 's', 1, 0, 'PLANNED', 1, '', '1.0', now())
            site_target_check1         | site_target (release, unit, site, wave, place, state, attempt, reason, return_version, changed_at) values ('r', 'u', 's', 1, 0, 'PLANNED', 1, '', '1.0', now())
            site_target_check2         | site_target (release, unit, site, wave, place, state, attempt, reason, changed_at) values ('r', 'u', 's', 1, 0, 'VERIFIED', 1, '', now())
            site_target_check2         | site_target (release, unit, site, wave, place, state, attempt, reason, changed_at) values ('r', 'u', 's', 1, 0, 'ACTIVATED', 1, '', now())
            site_target_check3         | site_target (release, unit, site, wave, place, state, attempt, reason, changed_at) values ('r', 'u', 's', 1, 0, 'BACKING_OUT', 1, '', now())
            site_target_check3         | site_target (release, unit, site, wave, place, state, attempt, reason, return_place, changed_at) values ('r', 'u', 's', 1, 0, 'FAILED', 1, '', 0, now())
            stand_check                | stand (release, since, went_on_at) values ('r', now(), now() - interval '1 day')
            unit_check                 | unit (id, kind, name) values ('u', 'SOFTWARE', 'n')
            unit_check1                | unit (id, kind, name, source) values ('u', 'SOFTWARE', 'n', 'REPOSITORY')
            unit_check2                | unit (id, kind, name, source, address, supplier) values ('u', 'SOFTWARE', 'n', 'VENDOR', 'a', 's')
            unit_conflict_check        | unit_conflict (unit, conflicts) values ('u', 'u')
            unit_requirement_check     | unit_requirement (unit, requires, at_least) values ('u', 'u', '1.0')
            wave_check                 | wave (release, number, state, batch, planned, failed, failed_in_a_row, most_in_a_row, started_at) values ('r', 1, 'RUNNING', 1, 9, 2, 2, 1, now())
            wave_check                 | wave (release, number, state, batch, planned, failed, failed_in_a_row, most_in_a_row, started_at) values ('r', 1, 'RUNNING', 1, 9, 2, 2, 3, now())
            wave_check1                | wave (release, number, state, batch, planned, decided, verified, failed, not_reached, started_at) values ('r', 1, 'RUNNING', 1, 3, 1, 1, 1, 1, now())
            """;

    @RegisterExtension
    final RolledBack database = new RolledBack();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = ROWS)
    void what_cannot_be_is_not_taken(String constraint, String row) {
        assertThatThrownBy(
                        () -> database.sql().sql("insert into slipway." + row).update())
                .rootCause()
                .hasMessageContaining("violates check constraint \"" + constraint + "\"");
    }

    @Test
    void every_check_of_more_than_one_column_is_tried() {
        Set<String> tried = ROWS.lines()
                .map(row -> row.substring(0, row.indexOf('|')).strip())
                .collect(Collectors.toSet());
        assertThat(tried)
                .containsAll(database.sql().sql("""
                                select conname from pg_constraint where connamespace = 'slipway'::regnamespace
                                  and contype = 'c' and cardinality(conkey) > 1
                                """).query(String.class).list());
    }

    @Test
    void one_return_of_a_release_is_under_way_at_a_time() {
        assertThatThrownBy(() -> database.sql().sql("""
                                insert into slipway.back_out (release, number, decision, state, ordered_at)
                                values ('r', 1, 'BACK_OUT_FAILED', 'OVER', now()), ('r', 2, 'BACK_OUT_ALL', 'STUCK', now()),
                                  ('r', 3, 'BACK_OUT_ALL', 'RUNNING', now())
                                """).update())
                .rootCause()
                .hasMessageContaining("violates unique constraint \"back_out_one_at_a_time\"");
    }
}
