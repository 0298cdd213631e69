package slipway.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.testing.TestDatabase;

/** What the database itself refuses, whatever the code does: references to nothing, and states that nobody knows. */
class CatalogueTest {
    private static final Map<String, String> REFER_TO_NO_ROW =
            Map.of("refusal.release", "what was refused may never have come to be");

    /** What the names of columns say that refer to no row; a column with another name refers to one, or stands below. */
    private static final Map<String, String> SAY_WHAT_THEY_HOLD = Map.of(
            "people, who come and go in the engine or a directory, and stay in what they did",
            """
            account actor author coordinator engineer officer put_in_force_by recipient requester said_by taken_by
            vouched_by""",
            "groups and roles of such people",
            "group role",
            "where people and things are found, and what they are called elsewhere",
            "address mail message_id name previous_name repository scanner source supplier tag worker",
            "words and texts",
            """
            backout_limit body days early_life envelope expected field fingerprint found installed last_error latest
            left_alone lines log log_tail manifest objective occasion passed_over path paused_because problem progress
            purpose reason remark remarks report sentence soak step subject summary text title value why words zone""",
            "what Git, a vendor or the outside world numbers",
            "commit exit_code key newest pin",
            "content of the library's files or of a list, by its SHA-256",
            "digest",
            "what the engine made, and clears away when its time is over",
            "command decision_key definition_id definition_version element instance process_instance rule task",
            "numbers, counts and measures",
            """
            activated_order again attempt attempts batch batches commits decided failed failed_in_a_row files findings lease
            millis minimum_coverage most_in_a_row not_reached ordered pilot_most pilot_percent pilot_row place planned
            position return_attempt return_place round seen sequence threshold_most threshold_percent threshold_row
            tries verified xid""");

    private static final Map<String, String> HOLD_SOMETHING_ELSE = Map.ofEntries(
            Map.entry("back_out.number", "its own, within the release"),
            Map.entry("build.version", "what came out; the library may refuse to hold it"),
            Map.entry("delivery.version", "what a vendor says; the library may refuse to hold it"),
            Map.entry("event.type", "a record of the code; every capability adds events of its own"),
            Map.entry("event.version", "the shape of the record"),
            Map.entry("interruption.raise", "its own: what was raised at once"),
            Map.entry("library_holding.version", "its own, within the unit"),
            Map.entry("plan.version", "its own, within the release"),
            Map.entry("proposed_scope.refusal", "a sentence"),
            Map.entry("site_order.number", "of a batch of a rollout, or of an audit: its kind says of which"),
            Map.entry("site_sequence.last", "counts"),
            Map.entry("site_target.wave", "planned before the wave is begun, which makes its row"),
            Map.entry("unit_requirement.at_least", "a bound, which need not be a version that ever was"),
            Map.entry("wave.number", "its own, within the release"));

    /** Several values in one column, in which no reference can be checked. */
    private static final Map<String, String> HOLD_SEVERAL = Map.of(
            "decision_taken.inputs", "what a table saw, as it was then",
            "decision_taken.matched_rules", "rules of a model's version",
            "decision_taken.results", "what a table said, as it was then",
            "event.body", "the record as it was written",
            "gate.covers", "aspects, each of a closed list that is checked",
            "rollout.not_cleared", "sentences");

    private static final Map<String, String> OPEN = Map.of("event.type", "every capability adds events of its own");

    /** References that no query follows backwards, or only those of rows that are still open; an index would only cost. */
    private static final Map<String, String> NEVER_FOLLOWED_BACK = Map.ofEntries(
            Map.entry("acceptance_finding (unit, version, digest)", "read by part"),
            Map.entry("acceptance_finding (unit, predecessor_version, predecessor_digest)", "read by part"),
            Map.entry("approval (gate)", "read by release"),
            Map.entry("approval (unit)", "read by release"),
            Map.entry("approval_binding (unit)", "read by approval"),
            Map.entry("approval_voided (unit)", "read by approval"),
            Map.entry("check_run (unit, version, digest)", "read by release"),
            Map.entry("notice_audience (audience)", "read by template"),
            Map.entry("outbox (template)", "read by release, event and time"),
            Map.entry("plan_return (site)", "read by plan"),
            Map.entry("plan_return (unit, to_version, to_digest)", "read by plan"),
            Map.entry("policy_freeze_site (site)", "read by policy"),
            Map.entry("proposed_scope_part (unit)", "read by release"),
            Map.entry("proposed_scope_rfc (rfc)", "read by release"),
            Map.entry("proposed_scope_site (site)", "read by release"),
            Map.entry("readiness_request_site (site)", "read by request"),
            Map.entry("release (policy)", "read by release"),
            Map.entry("reservation (site)", "what is held has one"),
            Map.entry("reservation (unit)", "what is held has one"),
            Map.entry("reservation (release)", "what is held has one"),
            Map.entry("rfc (unit)", "read by number and status"),
            Map.entry("rfc_claim (site)", "read by criterion"),
            Map.entry("rfc_claim (release)", "what is open has one"),
            Map.entry("site_inventory (content)", "read by audit"),
            Map.entry("site_inventory (site)", "read by audit"),
            Map.entry("site_inventory (unit)", "read by audit"),
            Map.entry("site_inventory (unit, expected_version, expected_digest)", "read by audit"),
            Map.entry("site_inventory (unit, observed_version, observed_digest)", "read by audit"),
            Map.entry("site_order (release)", "what is to be done has one"),
            Map.entry("site_order (unit)", "read by site and unit"),
            Map.entry("site_target (predecessor_by)", "read by release"),
            Map.entry("site_target (return_by)", "read by release"),
            Map.entry("site_target (unit, predecessor_version, predecessor_digest)", "read by release"),
            Map.entry("site_target (unit, return_version, return_digest)", "read by release"));

    private static final String OURS = """
            with ours as (
              select c.oid, c.relname from pg_class c
              where c.relnamespace = 'slipway'::regnamespace and c.relkind = 'r'
                and c.relname not in ('flyway_schema_history', 'test_log', 'test_plain'))
            """;

    private final JdbcClient sql = TestDatabase.get().sql();

    @Test
    void what_is_named_like_a_row_of_another_table_refers_to_it() {
        assertThat(rows("""
                select t.relname || '.' || a.attname from ours t
                join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
                where a.attname in (
                    select k.attname from pg_constraint f
                    join pg_attribute k on k.attrelid = f.conrelid and f.conkey = array[k.attnum]
                    where f.contype = 'f' and f.connamespace = 'slipway'::regnamespace)
                  and not exists (select 1 from pg_constraint c where c.conrelid = t.oid
                    and (c.contype = 'f' and a.attnum = any (c.conkey) or c.contype = 'p' and c.conkey = array[a.attnum]))
                """)).containsExactlyInAnyOrderElementsOf(REFER_TO_NO_ROW.keySet());
    }

    @Test
    void whatever_else_a_column_holds_is_known_by_its_name() {
        Set<String> names = SAY_WHAT_THEY_HOLD.values().stream()
                .flatMap(text -> Stream.of(text.split("\\s+")))
                .collect(Collectors.toSet());
        assertThat(rows("""
                select t.relname || '.' || a.attname from ours t
                join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
                where a.atttypid not in ('timestamptz'::regtype, 'boolean'::regtype, 'time'::regtype)
                  and not exists (select 1 from pg_constraint c where c.conrelid = t.oid
                    and (c.contype = 'f' and a.attnum = any (c.conkey)
                      or c.contype = 'p' and c.conkey = array[a.attnum]
                      or c.contype = 'c' and c.conkey = array[a.attnum]
                        and pg_get_constraintdef(c.oid) like '% = ANY (ARRAY[%'))
                """).stream().filter(column -> !names.contains(column.substring(column.indexOf('.') + 1))))
                .filteredOn(column -> !REFER_TO_NO_ROW.containsKey(column))
                .filteredOn(column -> !HOLD_SEVERAL.containsKey(column))
                .containsExactlyInAnyOrderElementsOf(HOLD_SOMETHING_ELSE.keySet());
    }

    @Test
    void a_column_of_several_values_holds_no_references() {
        assertThat(rows("""
                select t.relname || '.' || a.attname from ours t
                join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
                join pg_type k on k.oid = a.atttypid
                where k.typcategory = 'A' or k.typname in ('json', 'jsonb', 'xml', 'hstore')
                """)).containsExactlyInAnyOrderElementsOf(HOLD_SEVERAL.keySet());
    }

    @Test
    void a_closed_state_is_checked_or_in_a_register() {
        assertThat(rows("""
                select t.relname || '.' || a.attname from ours t
                join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
                where a.attname in ('state', 'status', 'kind', 'type', 'phase', 'impact', 'duty', 'aspect', 'trial',
                    'cause', 'decision', 'channel', 'outcome', 'point_of_no_return', 'stopped_in', 'gate', 'template',
                    'audience', 'by_hand', 'score')
                  and a.atttypid = 'text'::regtype
                  and not exists (select 1 from pg_constraint c where c.conrelid = t.oid
                    and (c.contype = 'f' and a.attnum = any (c.conkey)
                      or c.contype = 'c' and c.conkey = array[a.attnum]
                        and pg_get_constraintdef(c.oid) like '% = ANY (ARRAY[%'))
                """)).containsExactlyInAnyOrderElementsOf(OPEN.keySet());
    }

    @Test
    void a_reference_that_is_followed_back_has_an_index() {
        assertThat(rows("""
                select t.relname || ' (' || string_agg(a.attname, ', ' order by a.attnum) || ')' from ours t
                join pg_constraint f on f.conrelid = t.oid and f.contype = 'f'
                join pg_attribute a on a.attrelid = t.oid and a.attnum = any (f.conkey)
                where not exists (select 1 from pg_index i where i.indrelid = t.oid and i.indpred is null
                  and i.indkey[0] = any (f.conkey))
                group by t.relname, f.oid
                """)).containsExactlyInAnyOrderElementsOf(NEVER_FOLLOWED_BACK.keySet());
    }

    private List<String> rows(String question) {
        return sql.sql(OURS + question).query(String.class).list();
    }
}
