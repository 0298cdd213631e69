package slipway.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;

/** Audits as they were ordered, how far they are, and what people decided on them. */
@Repository
class AuditTable {
    private static final String REPORT =
            "select a.*, s.ordered, s.seen, s.findings from slipway.site_audit a join slipway.audit_settling s on s.audit = a.id ";

    private final JdbcClient jdbc;

    AuditTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A decision of an auditor. */
    record Decision(Actor actor, boolean signed, Digest digest) {}

    long order(ReleaseNumber release, Phase phase, int items, Instant at) {
        return jdbc.sql("""
                        with ordered as (
                          insert into slipway.site_audit (release, phase, ordered_at) values (?, ?, ?) returning id)
                        insert into slipway.audit_settling (audit, ordered, tell_at) select id, ?, ? from ordered
                        returning audit
                        """)
                .params(release.value(), phase.name(), Timestamp.from(at), items, Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /** The audits of a release that did not see everything yet. */
    List<Long> incomplete(ReleaseNumber release) {
        return jdbc.sql("""
                        select a.id from slipway.site_audit a join slipway.audit_settling s on s.audit = a.id
                        where a.release = ? and s.seen < s.ordered
                        """).param(release.value()).query(Long.class).list();
    }

    Optional<AuditReport> latest(ReleaseNumber release, Phase phase) {
        return jdbc.sql(REPORT + "where a.release = ? and a.phase = ? order by a.id desc limit 1")
                .params(release.value(), phase.name())
                .query(AuditTable::report)
                .optional();
    }

    /** Every audit of a release, the oldest first. */
    List<AuditReport> of(ReleaseNumber release) {
        return jdbc.sql(REPORT + "where a.release = ? order by a.id")
                .param(release.value())
                .query(AuditTable::report)
                .list();
    }

    AuditReport get(long audit) {
        return jdbc.sql(REPORT + "where a.id = ?")
                .param(audit)
                .query(AuditTable::report)
                .single();
    }

    /** One more was seen, with that many findings. */
    void seen(long audit, int findings) {
        jdbc.sql("update slipway.audit_settling set seen = seen + 1, findings = findings + ? where audit = ?")
                .params(findings, audit)
                .update();
    }

    // Named again only later, so that one that cannot be told holds up no other.
    Optional<Long> nextToTell(Instant now, Instant again) {
        return jdbc.sql("""
                        with next as materialized (
                          select audit from slipway.audit_settling
                           where not told and seen = ordered and tell_at <= :now
                           order by tell_at, audit limit 1 for no key update skip locked)
                        update slipway.audit_settling s set tell_at = :again from next where s.audit = next.audit
                        returning s.audit
                        """)
                .param("now", Timestamp.from(now))
                .param("again", Timestamp.from(again))
                .query(Long.class)
                .optional();
    }

    boolean told(long audit) {
        return jdbc.sql("update slipway.audit_settling set told = true where audit = ? and not told")
                        .param(audit)
                        .update()
                == 1;
    }

    void decide(long audit, Decision decision, String remarks, Instant at) {
        jdbc.sql("""
                        insert into slipway.audit_decision (audit, actor, signed, digest, remarks, at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        audit,
                        decision.actor().id(),
                        decision.signed(),
                        decision.digest().hex(),
                        remarks,
                        Timestamp.from(at))
                .update();
    }

    Optional<Decision> decision(long audit) {
        return jdbc.sql("select * from slipway.audit_decision where audit = ? order by id desc limit 1")
                .param(audit)
                .query((row, number) -> new Decision(
                        new Actor(row.getString("actor")),
                        row.getBoolean("signed"),
                        new Digest(row.getString("digest"))))
                .optional();
    }

    /** What is signed, when the newest decision is a signature. */
    Optional<Digest> signature(long audit) {
        return decision(audit).filter(Decision::signed).map(Decision::digest);
    }

    void remediated(long audit, Actor actor, String remark, Instant at) {
        jdbc.sql("insert into slipway.remediation (audit, actor, remark, at) values (?, ?, ?, ?)")
                .params(audit, actor.id(), remark, Timestamp.from(at))
                .update();
    }

    private static AuditReport report(ResultSet row, int number) throws SQLException {
        return new AuditReport(
                row.getLong("id"),
                new ReleaseNumber(row.getString("release")),
                Phase.valueOf(row.getString("phase")),
                row.getTimestamp("ordered_at").toInstant(),
                row.getInt("ordered"),
                row.getInt("seen"),
                row.getInt("findings"));
    }
}
