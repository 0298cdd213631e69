package slipway.audit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/** Audits of a release's sites before and after its rollout. */
public interface Audits {

    /** What was seen at all sites of an audit that was ordered. */
    record Collected(long audit, ReleaseNumber release, Phase phase, List<Inspection> inspections) {}

    /** What was seen at one site. */
    record Inspection(SiteInventory inventory, List<Finding> findings, boolean readable) {}

    /** Writes the order before anybody looks; refused in a state of the release that has nothing to audit. */
    Result order(ReleaseNumber release, Phase phase);

    /**
     * The long work, outside any transaction: looks at every site of the release and compares each file with the
     * library's manifest of the revision that is authorised there.
     */
    Collected collect(ReleaseNumber release, Phase phase);

    /** Keeps what was seen, and writes the CMDB from it. */
    void keep(Collected collected);

    /** The newest audit of that phase. */
    Optional<AuditReport> latest(ReleaseNumber release, Phase phase);

    /** The auditor's signature under exactly the newest inventory; refused with {@code findings-open}. */
    Result sign(ReleaseNumber release, Phase phase, Actor auditor, @Nullable String remarks);

    /** The auditor wants the findings remedied before another audit. */
    Result sendBack(ReleaseNumber release, Phase phase, Actor auditor, @Nullable String remarks);

    /** What somebody did about the findings. */
    Result remediated(ReleaseNumber release, Phase phase, Actor actor, String remark);

    /** Moves the release on, when the newest inventory is signed as it is. */
    Result record(ReleaseNumber release, Phase phase);
}
