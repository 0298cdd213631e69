package slipway.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import slipway.library.Library.Holding;
import slipway.library.Library.State;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** The library's tables. */
@Component
class Holdings {
    // The same files are as barred under one version as under another.
    private static final String ROWS = """
            select h.*,
              array(select c.name from slipway.library_companion c
                where c.unit = h.unit and c.version = h.version order by c.name) as names,
              array(select c.digest::text from slipway.library_companion c
                where c.unit = h.unit and c.version = h.version order by c.name) as digests,
              h.recalled_at is not null or same.recalled as recalled,
              h.state = 'QUARANTINED' or same.in_quarantine as in_quarantine
            from slipway.library_holding h
            cross join lateral (
              select bool_or(s.recalled_at is not null) as recalled, bool_or(s.state = 'QUARANTINED') as in_quarantine
                from slipway.library_holding s where s.unit = h.unit and s.digest = h.digest) same
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Holdings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Holding> of(UnitId unit) {
        return jdbc.sql(ROWS + "where h.unit = ? order by h.proposed_at, h.version")
                .param(unit.value())
                .query(Holdings::holding)
                .list();
    }

    Optional<Holding> find(UnitId unit, String version) {
        return jdbc.sql(ROWS + "where h.unit = ? and h.version = ?")
                .params(unit.value(), version)
                .query(Holdings::holding)
                .optional();
    }

    /** The holding of a version, locked until the transaction ends. */
    Optional<Holding> lock(UnitId unit, String version) {
        return jdbc.sql(ROWS + "where h.unit = ? and h.version = ? for no key update of h")
                .params(unit.value(), version)
                .query(Holdings::holding)
                .optional();
    }

    void add(
            UnitRevision revision, Manifest manifest, Map<String, Digest> companions, @Nullable ReleaseNumber release) {
        jdbc.sql("""
                        insert into slipway.library_holding (unit, version, digest, state, manifest, release, proposed_at)
                        values (:unit, :version, :digest, :state, :manifest, :release, :at)
                        """)
                .params(key(revision))
                .param("state", State.BUILT.name())
                .param("manifest", manifest.text())
                .param("release", release == null ? null : release.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        insert into slipway.library_companion (unit, version, name, digest)
                        select :unit, :version, name, digest
                        from unnest(:names::text[], :digests::text[]) as c (name, digest)
                        """)
                .param("unit", revision.unit().value())
                .param("version", revision.version())
                .param("names", companions.keySet().toArray(String[]::new))
                .param("digests", companions.values().stream().map(Digest::hex).toArray(String[]::new))
                .update();
    }

    void attest(UnitRevision revision, Actor officer, boolean clean, String scanner, String remark) {
        jdbc.sql("""
                        insert into slipway.library_attestation
                          (unit, version, digest, officer, clean, scanner, remark, attested_at)
                        values (:unit, :version, :digest, :officer, :clean, :scanner, :remark, :at)
                        """)
                .params(key(revision))
                .param("officer", officer.id())
                .param("clean", clean)
                .param("scanner", scanner)
                .param("remark", remark)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void move(Holding holding, State to) {
        jdbc.sql("""
                        update slipway.library_holding set state = :state
                        where unit = :unit and version = :version and digest = :digest
                        """).params(key(holding.revision())).param("state", to.name()).update();
    }

    void delivers(ReleaseNumber release, UnitRevision revision) {
        jdbc.sql("""
                        update slipway.library_holding set release = :release
                        where unit = :unit and version = :version and digest = :digest
                        """).params(key(revision)).param("release", release.value()).update();
    }

    /** False when it was recalled before. */
    boolean recall(UnitRevision revision) {
        return jdbc.sql("""
                        update slipway.library_holding set recalled_at = :at
                        where unit = :unit and version = :version and digest = :digest and recalled_at is null
                        """)
                        .params(key(revision))
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Map<String, String> key(UnitRevision revision) {
        return Map.of(
                "unit", revision.unit().value(),
                "version", revision.version(),
                "digest", revision.digest().hex());
    }

    private static Holding holding(ResultSet row, int index) throws SQLException {
        UnitId unit = new UnitId(row.getString("unit"));
        String release = row.getString("release");
        return new Holding(
                new UnitRevision(unit, row.getString("version"), new Digest(row.getString("digest"))),
                row.getBoolean("in_quarantine") ? State.QUARANTINED : State.valueOf(row.getString("state")),
                row.getBoolean("recalled"),
                Manifest.parse(row.getString("manifest")),
                companions(row),
                release == null ? null : new ReleaseNumber(release));
    }

    private static Map<String, Digest> companions(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("names").getArray();
        String[] digests = (String[]) row.getArray("digests").getArray();
        Map<String, Digest> companions = new LinkedHashMap<>();
        for (int each = 0; each < names.length; each++) {
            companions.put(names[each], new Digest(digests[each]));
        }
        return companions;
    }
}
