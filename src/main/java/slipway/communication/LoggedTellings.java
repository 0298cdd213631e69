package slipway.communication;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.communication.CommunicationEvent.PeopleReminded;
import slipway.communication.CommunicationEvent.PeopleTold;
import slipway.communication.CommunicationEvent.TaskEscalated;
import slipway.event.EventLog;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

@Component
@Transactional
class LoggedTellings implements Tellings {
    private final EventLog log;

    LoggedTellings(EventLog log) {
        this.log = log;
    }

    @Override
    public void tell(ReleaseNumber release, String step, List<String> audiences, String subject, String text) {
        log.append(release, new PeopleTold(step, audiences, subject, text));
    }

    @Override
    public void remind(ReleaseNumber release, String task, List<Actor> people) {
        log.append(release, new PeopleReminded(task, people));
    }

    @Override
    public void escalate(ReleaseNumber release, String task, List<Actor> people, List<String> to) {
        log.append(release, new TaskEscalated(task, people, to));
    }
}
