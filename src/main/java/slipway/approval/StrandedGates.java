package slipway.approval;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import slipway.approval.ApprovalEvent.GateManned;
import slipway.approval.ApprovalEvent.GateStranded;
import slipway.approval.ApprovalEvent.GroupGranted;
import slipway.approval.Approvals.Granted;
import slipway.approval.DemandedGates.Demanded;
import slipway.approval.GateRegister.Row;
import slipway.event.EventLog;
import slipway.event.EventReader;
import slipway.identity.AccountEvent.AccountCreated;
import slipway.identity.AccountEvent.AccountDeleted;
import slipway.identity.AccountEvent.GroupJoined;
import slipway.identity.AccountEvent.GroupLeft;
import slipway.identity.AccountEvent.MailChanged;
import slipway.identity.Duties;
import slipway.identity.Duties.OpenGate;
import slipway.identity.Duty;
import slipway.identity.People;
import slipway.release.ReleaseEvent;
import slipway.release.ReleasePart;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;

/**
 * Looks whenever people come or go, and whenever a release goes on or a group decided, whether its open gates can still
 * be passed, and tells each situation once.
 */
@Component
class StrandedGates implements EventReader {
    private final DemandedGates demanded;
    private final GateRegister register;
    private final Approvals approvals;
    private final Duties duties;
    private final People people;
    private final Releases releases;
    private final List<GateBan> bans;
    private final EventLog log;

    StrandedGates(
            DemandedGates demanded,
            GateRegister register,
            Approvals approvals,
            Duties duties,
            People people,
            Releases releases,
            List<GateBan> bans,
            EventLog log) {
        this.demanded = demanded;
        this.register = register;
        this.approvals = approvals;
        this.duties = duties;
        this.people = people;
        this.releases = releases;
        this.bans = bans;
        this.log = log;
    }

    @Override
    public String name() {
        return "stranded-gates";
    }

    @Override
    public void read(EventLog.Entry entry) {
        switch (entry.event()) {
            case ReleaseEvent event -> lookAt(entry);
            // Whoever decided for one group is none of another one's any more.
            case GroupGranted granted -> lookAt(entry);
            // Two accounts that become one person may do less than they did.
            case GroupLeft left -> releases.open().forEach(this::look);
            case GroupJoined joined -> releases.open().forEach(this::look);
            case AccountDeleted deleted -> releases.open().forEach(this::look);
            case AccountCreated created -> releases.open().forEach(this::look);
            case MailChanged changed -> releases.open().forEach(this::look);
            default -> {}
        }
    }

    private void lookAt(EventLog.Entry entry) {
        entry.release()
                .map(releases::get)
                .filter(SubmittedRelease.class::isInstance)
                .map(SubmittedRelease.class::cast)
                .ifPresent(this::look);
    }

    private void look(SubmittedRelease release) {
        if (release.state().compareTo(ReleaseState.IN_ROLLOUT) >= 0) {
            return;
        }
        ReleaseNumber number = release.number();
        Optional<GateStranded> stranded = stranded(release);
        Optional<GateStranded> told = told(number);
        if (stranded.isPresent() && !told.equals(stranded)) {
            log.append(number, stranded.get());
        } else if (stranded.isEmpty()) {
            told.ifPresent(over -> log.append(number, new GateManned(over.gate(), over.part())));
        }
    }

    /** What was told last and is not over. */
    private Optional<GateStranded> told(ReleaseNumber release) {
        return log.latest(release, List.of(GateStranded.class, GateManned.class))
                .filter(GateStranded.class::isInstance)
                .map(GateStranded.class::cast);
    }

    /** The first gate that cannot be passed together with those before it. */
    private Optional<GateStranded> stranded(SubmittedRelease release) {
        Set<OpenGate> before = new LinkedHashSet<>();
        for (Demanded each : demanded.of(release.number())) {
            Row row = register.get(each.gate());
            Optional<Optional<UnitId>> open = open(release, row, each.group());
            if (open.isPresent()) {
                before.add(OpenGates.of(row, each, out(release, each)));
                if (duties.unsatisfiable(release.number(), List.copyOf(before)).isPresent()) {
                    return Optional.of(new GateStranded(each.gate(), open.get(), each.group(), barred(row.duty())));
                }
            }
        }
        return Optional.empty();
    }

    private Set<Actor> out(SubmittedRelease release, Demanded demanded) {
        return Stream.concat(
                        counted(release, demanded).stream(),
                        bans.stream().flatMap(ban -> ban.barred(release.number(), demanded.gate()).stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whose word for another group stands at this gate. */
    private Set<Actor> counted(SubmittedRelease release, Demanded demanded) {
        return StrandedRules.counted(
                demanded,
                approvals.of(release.number()),
                approval -> approvals.standing(approval).equals(new Granted(approval)),
                people.persons());
    }

    /** What of the gate is not passed, if anything: the whole release, or the first such part. */
    private Optional<Optional<UnitId>> open(SubmittedRelease release, Row row, String group) {
        return StrandedRules.open(
                row.perPart() && !row.byGroups(),
                release.parts().stream().map(ReleasePart::unit).toList(),
                part -> row.byGroups()
                        ? approvals.standing(release.number(), row.gate(), group)
                        : approvals.standing(release.number(), row.gate(), part));
    }

    private static List<Duty> barred(Duty duty) {
        return Arrays.stream(Duty.values()).filter(duty::excludes).toList();
    }
}
