package slipway.engine.work;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;
import slipway.engine.SystemScope;
import slipway.engine.Work;

/** Does the work behind external tasks, under locks of this boot. */
@Component
public class Worker {
    private final Map<String, Work> works;
    private final Orders orders;
    private final Attempt attempt;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    Worker(List<Work> works, Orders orders, Attempt attempt) {
        this.works = works.stream().collect(Collectors.toUnmodifiableMap(Work::topic, Function.identity()));
        this.orders = orders;
        this.attempt = attempt;
    }

    /** Runs one due order of that topic in the caller's thread; false when none is due. */
    public boolean runDue(String topic) {
        List<LockedExternalTask> due = fetch(1, Set.of(topic));
        due.forEach(this::run);
        return !due.isEmpty();
    }

    List<LockedExternalTask> fetchDue(int most) {
        return fetch(most, works.keySet());
    }

    private List<LockedExternalTask> fetch(int most, Set<String> topics) {
        // An order whose lock expired while it still runs here comes back: the running attempt keeps it.
        return SystemScope.call(() -> orders.fetch(most, topics)).stream()
                .filter(task -> running.add(task.getId()))
                .toList();
    }

    void run(LockedExternalTask task) {
        try {
            SystemScope.run(() -> attempt.at(work(task.getTopicName()), task));
        } finally {
            running.remove(task.getId());
        }
    }

    private Work work(String topic) {
        Work work = works.get(topic);
        if (work == null) {
            throw new IllegalArgumentException("no work is known by the topic '" + topic + "'");
        }
        return work;
    }
}
