package slipway.release;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import slipway.event.EventLog;
import slipway.shared.PartId;
import slipway.shared.Result;
import slipway.shared.UnitRevision;

/** Has the rules decide on a part of a release that is locked, and stores and tells what changed. */
@Component
class PartCommands {
    private final PartRows rows;
    private final EventLog log;

    PartCommands(PartRows rows, EventLog log) {
        this.rows = rows;
        this.log = log;
    }

    ReleasePart get(PartId id) {
        return rows.of(id.release().value()).getOrDefault(id.release(), List.of()).stream()
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no part " + id));
    }

    Result pin(SubmittedRelease release, PartId part, String pin) {
        return change(
                release,
                part,
                before -> PartRules.pin(release.state(), before, pin),
                (before, now) -> new ReleaseEvent.PartPinned(part.unit(), now.source(), pin));
    }

    Result resource(SubmittedRelease release, PartId part, String source, String pin) {
        return change(
                release,
                part,
                before -> PartRules.resource(release.state(), before, source, pin),
                (before, now) -> new ReleaseEvent.PartResourced(part.unit(), before.source(), source, pin));
    }

    Result ready(SubmittedRelease release, PartId part, UnitRevision revision) {
        return change(
                release,
                part,
                before -> PartRules.ready(release.state(), before, revision),
                (before, now) -> new ReleaseEvent.PartReady(part.unit(), revision));
    }

    Result rework(SubmittedRelease release, PartId part, String reason) {
        return change(
                release,
                part,
                before -> PartRules.rework(release.state(), before, reason),
                (before, now) -> new ReleaseEvent.PartSentBack(part.unit(), reason));
    }

    Result accepted(SubmittedRelease release, PartId part) {
        return change(
                release,
                part,
                before -> PartRules.accepted(release.state(), before),
                (before, now) -> new ReleaseEvent.PartAccepted(
                        part.unit(), now.revision().orElseThrow()));
    }

    private Result change(
            SubmittedRelease release,
            PartId id,
            Function<ReleasePart, PartRules.Answer> rule,
            BiFunction<ReleasePart, ReleasePart, ReleaseEvent> told) {
        ReleasePart before = release.part(id.unit());
        return switch (rule.apply(before)) {
            case PartRules.Refused no -> new Result.Refused(no.refusal());
            case PartRules.Becomes next -> {
                if (!next.part().equals(before)) {
                    rows.save(next.part());
                    log.append(id.release(), told.apply(before, next.part()));
                }
                yield Result.done();
            }
        };
    }
}
