package slipway.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

@Component
@Transactional
class StoredEventLog implements EventLog {
    private final EventTable events;

    StoredEventLog(EventTable events) {
        this.events = events;
    }

    @Override
    public void append(ReleaseNumber release, Event event) {
        events.write(release, null, List.of(event));
    }

    @Override
    public void append(ReleaseNumber release, Actor actor, Event event) {
        events.write(release, actor, List.of(event));
    }

    @Override
    public void append(Event event) {
        events.write(null, null, List.of(event));
    }

    @Override
    public void append(Actor actor, Event event) {
        events.write(null, actor, List.of(event));
    }

    @Override
    public void append(ReleaseNumber release, List<? extends Event> many) {
        if (!many.isEmpty()) {
            events.write(release, null, many);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> of(ReleaseNumber release) {
        return events.of(release);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> since(Instant then, List<Class<? extends Event>> types) {
        return events.since(then, types);
    }

    @Override
    @Transactional(readOnly = true)
    public int count(ReleaseNumber release, Class<? extends Event> type) {
        return events.count(release, type);
    }

    @Override
    @Transactional(readOnly = true)
    public <E extends Event> Optional<E> latest(ReleaseNumber release, Class<E> type) {
        return latest(release, List.of(type)).map(type::cast);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Event> latest(ReleaseNumber release, List<Class<? extends Event>> types) {
        return events.latest(release, types);
    }
}
