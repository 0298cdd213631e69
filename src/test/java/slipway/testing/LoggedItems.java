package slipway.testing;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the event log says of configuration items, beside what the CMDB says. */
public final class LoggedItems {
    private static final String DISAGREEMENTS = """
            with told as (
              select subject,
                (array_agg(body ->> 'revision' order by seq desc) filter (where type <> 'CiObserved'))[1] as authorised,
                (array_agg(body ->> 'content' order by seq desc) filter (where type = 'CiObserved'))[1] as observed,
                nullif((array_agg(body ->> 'content' order by seq desc)
                  filter (where (body ->> 'verified')::boolean))[1], 'absent') as verified
              from slipway.event
              where type in ('CiAuthorised', 'CiWithdrawn', 'CiObserved')
                and split_part(subject, '/', 2) = any (:units)
              group by subject
            ), held as (
              select site || '/' || unit as subject,
                unit || ' ' || authorised_version || ' ' || authorised_digest as authorised,
                case when observed_at is null then null
                  when observed_digest is null then 'absent'
                  else coalesce(unit || ' ' || observed_version, 'unknown') || ' ' || observed_digest
                end as observed,
                unit || ' ' || verified_version || ' ' || verified_digest as verified
              from slipway.ci where unit = any (:units)
            )
            select subject || ': the log says ' || coalesce(told::text, 'nothing')
              || ', the CMDB ' || coalesce(held::text, 'nothing')
            from told full join held using (subject)
            where (told.authorised, told.observed, told.verified)
              is distinct from (held.authorised, held.observed, held.verified)
            order by subject
            """;

    private LoggedItems() {}

    /** Where log and CMDB disagree about one of these units, in words; empty when they agree. */
    public static List<String> disagreements(JdbcClient sql, Collection<String> units) {
        return sql.sql(DISAGREEMENTS)
                .param("units", units.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
