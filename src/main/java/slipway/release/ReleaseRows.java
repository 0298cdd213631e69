package slipway.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

@Repository
class ReleaseRows {
    private final JdbcClient jdbc;
    private final PartRows parts;
    private final ScopeRows scopes;

    ReleaseRows(JdbcClient jdbc, PartRows parts, ScopeRows scopes) {
        this.jdbc = jdbc;
        this.parts = parts;
        this.scopes = scopes;
    }

    /** A row of the table, before its parts, RFCs and sites are read. */
    private record Row(
            Release.Unsubmitted release,
            @Nullable String type,
            int policy,
            @Nullable String stoppedIn,
            @Nullable String outcome) {}

    int nextSequence(int year) {
        return jdbc.sql("""
                        insert into slipway.release_counter as c (year, sequence) values (:year, 1)
                        on conflict (year) do update set sequence = c.sequence + 1
                        returning sequence""").param("year", year).query(Integer.class).single();
    }

    void insert(Release.Unsubmitted release) {
        jdbc.sql("""
                        insert into slipway.release (number, title, purpose, requester, state, drafted_at)
                        values (:number, :title, :purpose, :requester, :state, :at)""")
                .param("number", release.number().value())
                .param("title", release.title())
                .param("purpose", release.purpose())
                .param("requester", release.requester().id())
                .param("state", release.state().name())
                .param("at", Timestamp.from(release.draftedAt()))
                .update();
    }

    Optional<Release> find(ReleaseNumber number) {
        return complete(jdbc.sql("select * from slipway.release where number = :number")
                        .param("number", number.value())
                        .query(ReleaseRows::row)
                        .list())
                .stream()
                .findFirst();
    }

    /** Locks the row, so that two commands on one release follow one another; what refers to it may go on. */
    Release lock(ReleaseNumber number) {
        jdbc.sql("select 1 from slipway.release where number = :number for no key update")
                .param("number", number.value())
                .query(Integer.class)
                .optional();
        return find(number).orElseThrow(() -> new IllegalArgumentException("there is no release " + number));
    }

    List<Release> newest(int most) {
        return complete(jdbc.sql("select * from slipway.release order by drafted_at desc, number desc limit :most")
                .param("most", most)
                .query(ReleaseRows::row)
                .list());
    }

    List<Release> olderThan(ReleaseNumber number, int most) {
        return complete(jdbc.sql("""
                        select * from slipway.release
                        where (drafted_at, number)
                            < (select drafted_at, number from slipway.release where number = :number)
                        order by drafted_at desc, number desc limit :most""")
                .param("number", number.value())
                .param("most", most)
                .query(ReleaseRows::row)
                .list());
    }

    List<SubmittedRelease> open() {
        return complete(jdbc.sql("""
                        select * from slipway.release where state not in ('DRAFT', 'CLOSED', 'REJECTED', 'CANCELLED')
                        order by drafted_at, number""").query(ReleaseRows::row).list()).stream()
                .filter(SubmittedRelease.class::isInstance)
                .map(SubmittedRelease.class::cast)
                .toList();
    }

    List<SubmittedRelease> open(UnitId unit) {
        return complete(jdbc.sql("""
                        select r.* from slipway.release r
                        join slipway.release_part p on p.release = r.number and p.state <> 'REMOVED'
                        where p.unit = :unit and r.state not in ('CLOSED', 'REJECTED', 'CANCELLED')
                        order by r.drafted_at, r.number""")
                        .param("unit", unit.value())
                        .query(ReleaseRows::row)
                        .list())
                .stream()
                .map(SubmittedRelease.class::cast)
                .toList();
    }

    void state(ReleaseNumber number, ReleaseState state, @Nullable ReleaseState stoppedIn, @Nullable Outcome outcome) {
        jdbc.sql("""
                        update slipway.release set state = :state, stopped_in = :stoppedIn, outcome = :outcome
                        where number = :number""")
                .param("state", state.name())
                .param("stoppedIn", stoppedIn == null ? null : stoppedIn.name())
                .param("outcome", outcome == null ? null : outcome.name())
                .param("number", number.value())
                .update();
    }

    /** Takes the scope in place of any former one. */
    void submitted(ReleaseNumber number, Scope scope, List<ReleasePart> inOrder, ReleaseType type, int policy) {
        jdbc.sql("""
                        update slipway.release set state = 'SUBMITTED', type = :type, policy = :policy
                        where number = :number""")
                .param("type", type.name())
                .param("policy", policy)
                .param("number", number.value())
                .update();
        parts.replace(number, inOrder);
        scopes.replace(number, scope);
    }

    private List<Release> complete(List<Row> rows) {
        String[] submitted = rows.stream()
                .filter(row -> row.type() != null)
                .map(row -> row.release().number().value())
                .toArray(String[]::new);
        Map<ReleaseNumber, List<ReleasePart>> parts = this.parts.of(submitted);
        Map<ReleaseNumber, Set<RfcNumber>> rfcs = scopes.rfcs(submitted);
        Map<ReleaseNumber, Set<SiteId>> sites = scopes.sites(submitted);
        return rows.stream()
                .map(row -> {
                    ReleaseNumber number = row.release().number();
                    return complete(
                            row,
                            parts.getOrDefault(number, List.of()),
                            rfcs.getOrDefault(number, Set.of()),
                            sites.getOrDefault(number, Set.of()));
                })
                .toList();
    }

    private static Release complete(Row row, List<ReleasePart> parts, Set<RfcNumber> rfcs, Set<SiteId> sites) {
        Release.Unsubmitted release = row.release();
        String type = row.type();
        if (type == null) {
            return release;
        }
        return new SubmittedRelease(
                release.number(),
                release.title(),
                release.purpose(),
                release.requester(),
                release.state(),
                release.draftedAt(),
                ReleaseType.valueOf(type),
                row.policy(),
                parts,
                rfcs,
                sites,
                Optional.ofNullable(row.stoppedIn()).map(ReleaseState::valueOf),
                Optional.ofNullable(row.outcome()).map(Outcome::valueOf));
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        Instant draftedAt = row.getTimestamp("drafted_at").toInstant();
        return new Row(
                new Release.Unsubmitted(
                        new ReleaseNumber(row.getString("number")),
                        row.getString("title"),
                        row.getString("purpose"),
                        new Actor(row.getString("requester")),
                        ReleaseState.valueOf(row.getString("state")),
                        draftedAt),
                row.getString("type"),
                row.getInt("policy"),
                row.getString("stopped_in"),
                row.getString("outcome"));
    }
}
