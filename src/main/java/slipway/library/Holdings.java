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
    private final JdbcClient jdbc;
    private final Clock clock;

    Holdings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Holding> of(UnitId unit) {
        return jdbc.sql("select * from slipway.library_holding where unit = :unit order by proposed_at, version")
                .param("unit", unit.value())
                .query(this::holding)
                .list();
    }

    /** The holding of a version, locked until the transaction ends. */
    Optional<Holding> lock(UnitId unit, String version) {
        return jdbc.sql("""
                        select * from slipway.library_holding
                        where unit = :unit and version = :version for update
                        """)
                .param("unit", unit.value())
                .param("version", version)
                .query(this::holding)
                .optional();
    }

    Optional<Holding> find(UnitId unit, String version) {
        return jdbc.sql("select * from slipway.library_holding where unit = :unit and version = :version")
                .param("unit", unit.value())
                .param("version", version)
                .query(this::holding)
                .optional();
    }

    void add(UnitRevision revision, Manifest manifest, Map<String, Digest> companions, ReleaseNumber release) {
        jdbc.sql("""
                        insert into slipway.library_holding (unit, version, digest, state, manifest, release, proposed_at)
                        values (:unit, :version, :digest, :state, :manifest, :release, :at)
                        """)
                .params(key(revision))
                .param("state", State.BUILT.name())
                .param("manifest", manifest.text())
                .param("release", release.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        companions.forEach((name, digest) -> jdbc.sql("""
                        insert into slipway.library_companion (unit, version, name, digest)
                        values (:unit, :version, :name, :companion)
                        """)
                .param("unit", revision.unit().value())
                .param("version", revision.version())
                .param("name", name)
                .param("companion", digest.hex())
                .update());
        changed(revision, null, State.BUILT);
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
        changed(holding.revision(), holding.state(), to);
    }

    private void changed(UnitRevision revision, @Nullable State from, State to) {
        jdbc.sql("""
                        insert into slipway.library_state_change (unit, version, digest, from_state, to_state, changed_at)
                        values (:unit, :version, :digest, :from, :to, :at)
                        """)
                .params(key(revision))
                .param("from", from == null ? null : from.name())
                .param("to", to.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Map<String, String> key(UnitRevision revision) {
        return Map.of(
                "unit", revision.unit().value(),
                "version", revision.version(),
                "digest", revision.digest().hex());
    }

    private Holding holding(ResultSet row, int index) throws SQLException {
        UnitId unit = new UnitId(row.getString("unit"));
        UnitRevision revision = new UnitRevision(unit, row.getString("version"), new Digest(row.getString("digest")));
        return new Holding(
                revision,
                State.valueOf(row.getString("state")),
                Manifest.parse(row.getString("manifest")),
                companions(revision),
                new ReleaseNumber(row.getString("release")));
    }

    private Map<String, Digest> companions(UnitRevision revision) {
        Map<String, Digest> companions = new LinkedHashMap<>();
        jdbc.sql("""
                        select name, digest from slipway.library_companion
                        where unit = :unit and version = :version order by name
                        """)
                .param("unit", revision.unit().value())
                .param("version", revision.version())
                .query(row -> {
                    companions.put(row.getString("name"), new Digest(row.getString("digest")));
                });
        return companions;
    }
}
