package slipway.identity;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import slipway.event.EventLog;
import slipway.identity.AccountEvent.AccountCreated;
import slipway.identity.AccountEvent.AccountDeleted;
import slipway.identity.AccountEvent.GroupJoined;
import slipway.identity.AccountEvent.GroupLeft;
import slipway.identity.AccountEvent.MailChanged;
import slipway.identity.AccountEvent.PasswordChanged;

@Component
class LoggedPeopleChanges implements PeopleChanges {
    private final EventLog events;

    LoggedPeopleChanges(EventLog events) {
        this.events = events;
    }

    @Override
    public List<Change> since(Instant then) {
        return events
                .since(
                        then,
                        List.of(
                                AccountCreated.class,
                                AccountDeleted.class,
                                MailChanged.class,
                                PasswordChanged.class,
                                GroupJoined.class,
                                GroupLeft.class))
                .stream()
                .map(entry ->
                        new Change(entry.at(), entry.actor(), entry.event().words()))
                .toList();
    }
}
