package slipway.communication;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import slipway.communication.CommunicationEvent.ReadinessPassedOn;
import slipway.communication.Preparations.Question;
import slipway.event.EventLog;
import slipway.event.EventReader;
import slipway.identity.AccountEvent.GroupLeft;
import slipway.identity.Roles;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.SiteId;

/** Has the other coordinators asked, and told so, when one leaves whose word is still missing. */
@Component
class PassedOn implements EventReader {
    private final ReadinessTable table;
    private final Coordinators coordinators;
    private final Releases releases;
    private final EventLog log;

    PassedOn(ReadinessTable table, Coordinators coordinators, Releases releases, EventLog log) {
        this.table = table;
        this.coordinators = coordinators;
        this.releases = releases;
        this.log = log;
    }

    @Override
    public String name() {
        return "readiness";
    }

    @Override
    public void read(EventLog.Entry entry) {
        if (entry.event() instanceof GroupLeft left && left.group().equals(Roles.SITE_COORDINATOR.group())) {
            Actor who = new Actor(left.account());
            if (!coordinators.include(who)) {
                table.unanswered(who).stream().filter(this::open).forEach(question -> passOn(question, who));
            }
        }
    }

    private boolean open(Question question) {
        return releases.get(question.release()).state() == ReleaseState.AUTHORISED && !passedOn(question);
    }

    private boolean passedOn(Question question) {
        Actor left = table.request(question).orElseThrow().coordinator();
        return log.of(question.release()).stream()
                .anyMatch(entry -> entry.event() instanceof ReadinessPassedOn told
                        && told.round() == question.round()
                        && told.left().equals(left));
    }

    private void passOn(Question question, Actor left) {
        List<SiteId> sites = table.request(question).orElseThrow().sites().stream()
                .sorted(Comparator.comparing(SiteId::value))
                .toList();
        log.append(question.release(), new ReadinessPassedOn(question.round(), left, sites, coordinators.all()));
    }
}
