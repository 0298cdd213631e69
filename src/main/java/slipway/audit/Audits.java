package slipway.audit;

import java.util.List;
import java.util.Optional;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/**
 * Audits of a release's parts at its sites, before and after its rollout. What is expected at a site is what the CMDB
 * says is authorised there when somebody looks, by whichever release.
 */
public interface Audits {

    /** What came of ordering an audit. */
    sealed interface Ordered {}

    /** Every part at every site is being looked at; told once when all are seen. */
    record Looking(long audit) implements Ordered {}

    /** There is no site to look at; nobody will be told anything. */
    record NothingToSee(long audit) implements Ordered {}

    /** No audit is due. */
    record NotDue(Refusal refusal) implements Ordered {}

    /** Orders that every part of the release be looked at, at every site that is in a wave. */
    Ordered order(ReleaseNumber release, Phase phase);

    /** What audits of the release did not come to see is not looked at any more, and nobody is told of them. */
    void abandon(ReleaseNumber release);

    /** The newest audit of that phase. */
    Optional<AuditReport> latest(ReleaseNumber release, Phase phase);

    /** What was seen, the sites with findings first; at most that many. */
    List<SiteInventory> seen(AuditReport audit, int most);

    /** What differs, by site; at most that many. */
    List<Finding> findings(AuditReport audit, int most);

    /** The auditor's signature under exactly what the newest audit saw; refused with {@code findings-open}. */
    Result sign(ReleaseNumber release, Phase phase, Actor auditor, String remarks);

    /** The auditor wants the findings remedied before another audit. */
    Result sendBack(ReleaseNumber release, Phase phase, Actor auditor, String remarks);

    /** What somebody did about the findings. */
    Result remediated(ReleaseNumber release, Phase phase, Actor actor, String remark);

    /** Moves the release on, when the newest audit is signed as it is. */
    Result record(ReleaseNumber release, Phase phase);

    /** An audit that saw everything and whose process was not told; named again after a while, until it was. */
    Optional<AuditReport> nextToTell();

    /** Its process knows; false when it knew before. */
    boolean told(AuditReport audit);
}
