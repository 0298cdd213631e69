package slipway.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;

@Repository
class AuditTable {
    private final JdbcClient jdbc;
    private final InventoryTable inventories;

    AuditTable(JdbcClient jdbc, InventoryTable inventories) {
        this.jdbc = jdbc;
        this.inventories = inventories;
    }

    void order(ReleaseNumber release, Phase phase, Instant at) {
        jdbc.sql("insert into slipway.site_audit (release, phase, ordered_at) values (?, ?, ?)")
                .params(release.value(), phase.name(), Timestamp.from(at))
                .update();
    }

    Optional<AuditReport> latest(ReleaseNumber release, Phase phase) {
        return jdbc.sql("select * from slipway.site_audit where release = ? and phase = ? order by id desc limit 1")
                .params(release.value(), phase.name())
                .query((row, number) -> new AuditReport(
                        row.getLong("id"),
                        release,
                        phase,
                        row.getTimestamp("ordered_at").toInstant(),
                        inventories.of(row.getLong("id")),
                        inventories.findings(row.getLong("id"))))
                .optional();
    }

    void decide(AuditReport report, Actor actor, boolean signed, String remarks, Instant at) {
        jdbc.sql("""
                        insert into slipway.audit_decision (audit, actor, signed, digest, remarks, at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(report.id(), actor.id(), signed, report.digest().hex(), remarks, Timestamp.from(at))
                .update();
    }

    /** Whether the newest decision on the audit is a signature under exactly what the report says. */
    boolean signed(AuditReport report) {
        return jdbc.sql("select signed, digest from slipway.audit_decision where audit = ? order by id desc limit 1")
                .param(report.id())
                .query((row, number) ->
                        row.getBoolean("signed") && new Digest(row.getString("digest")).equals(report.digest()))
                .optional()
                .orElse(false);
    }

    void remediated(AuditReport report, Actor actor, String remark, Instant at) {
        jdbc.sql("insert into slipway.remediation (audit, actor, remark, at) values (?, ?, ?, ?)")
                .params(report.id(), actor.id(), remark, Timestamp.from(at))
                .update();
    }
}
