package slipway.release;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

@Repository
class ReleaseRows {
    private final JdbcClient jdbc;

    ReleaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int nextSequence(int year) {
        return jdbc.sql("""
                        insert into slipway.release_counter as c (year, sequence) values (:year, 1)
                        on conflict (year) do update set sequence = c.sequence + 1
                        returning sequence""").param("year", year).query(Integer.class).single();
    }

    void insert(Release release) {
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
        return jdbc.sql("select * from slipway.release where number = :number")
                .param("number", number.value())
                .query(ReleaseRows::release)
                .optional();
    }

    /** Locks the row, so that two commands on one release follow one another. */
    Release lock(ReleaseNumber number) {
        return jdbc.sql("select * from slipway.release where number = :number for update")
                .param("number", number.value())
                .query(ReleaseRows::release)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("there is no release " + number));
    }

    List<Release> all() {
        return jdbc.sql("select * from slipway.release order by drafted_at desc, number desc")
                .query(ReleaseRows::release)
                .list();
    }

    void state(ReleaseNumber number, ReleaseState state, @Nullable Outcome outcome) {
        jdbc.sql("update slipway.release set state = :state, outcome = :outcome where number = :number")
                .param("state", state.name())
                .param("outcome", outcome == null ? null : outcome.name())
                .param("number", number.value())
                .update();
    }

    void scope(ReleaseNumber number, Scope scope, ReleaseType type) {
        jdbc.sql("""
                        update slipway.release set unit = :unit, tag = :tag, rfcs = :rfcs, type = :type
                        where number = :number""")
                .param("unit", scope.unit().value())
                .param("tag", scope.tag())
                .param(
                        "rfcs",
                        scope.rfcs().stream().map(RfcNumber::value).sorted().toArray(String[]::new))
                .param("type", type.name())
                .param("number", number.value())
                .update();
    }

    void revision(ReleaseNumber number, UnitRevision revision) {
        jdbc.sql("""
                        update slipway.release set revision_version = :version, revision_digest = :digest
                        where number = :number""")
                .param("version", revision.version())
                .param("digest", revision.digest().hex())
                .param("number", number.value())
                .update();
    }

    private static Release release(ResultSet row, int index) throws SQLException {
        String unit = row.getString("unit");
        String version = row.getString("revision_version");
        return new Release(
                new ReleaseNumber(row.getString("number")),
                row.getString("title"),
                row.getString("purpose"),
                new Actor(row.getString("requester")),
                ReleaseState.valueOf(row.getString("state")),
                unit == null ? null : ReleaseType.valueOf(row.getString("type")),
                unit == null ? null : new Scope(new UnitId(unit), row.getString("tag"), rfcs(row.getArray("rfcs"))),
                unit == null || version == null
                        ? null
                        : new UnitRevision(new UnitId(unit), version, new Digest(row.getString("revision_digest"))),
                row.getString("outcome") == null ? null : Outcome.valueOf(row.getString("outcome")),
                row.getTimestamp("drafted_at").toInstant());
    }

    private static Set<RfcNumber> rfcs(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(RfcNumber::new).collect(Collectors.toUnmodifiableSet());
    }
}
