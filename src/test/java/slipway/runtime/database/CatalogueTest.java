package slipway.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.testing.TestDatabase;

/** What the database itself refuses, whatever the code does: references to nothing, and states that nobody knows. */
class CatalogueTest {
    private static final Map<String, String> REFER_TO_NO_ROW = Map.of(
            "approval_binding.unit", "empty = the release as a whole",
            "approval_voided.unit", "empty = the release as a whole",
            "refusal.release", "what was refused may never have come to be");

    private static final Map<String, String> OPEN = Map.of("event.type", "every capability adds events of its own");

    /** References that no query follows backwards; an index would only cost. */
    private static final Map<String, String> NEVER_FOLLOWED_BACK = Map.ofEntries(
            Map.entry("acceptance_finding (unit, version)", "read by part"),
            Map.entry("approval (gate)", "read by release"),
            Map.entry("approval (unit)", "read by release"),
            Map.entry("notice_audience (audience)", "read by template"),
            Map.entry("outbox (template)", "read by release, event and time"),
            Map.entry("plan_return (site)", "read by plan"),
            Map.entry("plan_return (unit)", "read by plan"),
            Map.entry("release (policy)", "read by release"),
            Map.entry("reservation (unit)", "read by site and unit"),
            Map.entry("rfc (unit)", "read by number and status"),
            Map.entry("rfc_claim (site)", "read by criterion"),
            Map.entry("site_finding (site)", "read by audit"),
            Map.entry("site_finding (unit)", "read by audit"),
            Map.entry("site_inventory (content)", "read by audit"),
            Map.entry("site_inventory (site)", "read by audit"),
            Map.entry("site_inventory (unit)", "read by audit"),
            Map.entry("site_order (unit)", "read by site and unit"),
            Map.entry("site_target (predecessor_by)", "read by release"),
            Map.entry("site_target (return_by)", "read by release"));

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
                where not exists (select 1 from pg_index i where i.indrelid = t.oid and i.indkey[0] = any (f.conkey))
                group by t.relname, f.oid
                """)).containsExactlyInAnyOrderElementsOf(NEVER_FOLLOWED_BACK.keySet());
    }

    private List<String> rows(String question) {
        return sql.sql(OURS + question).query(String.class).list();
    }
}
