package slipway.engine.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Which standing follows which without anybody or anything being waited for: a circle of them never ends. */
final class Circles {
    private final Map<Standing, List<Standing>> next = new HashMap<>();

    /** A call may wait inside, and is taken to. */
    static boolean waits(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof IntermediateCatchEvent
                || node instanceof EventBasedGateway
                || node instanceof CallActivity;
    }

    void follows(Standing from, Standing to) {
        next.computeIfAbsent(from, any -> new ArrayList<>()).add(to);
    }

    /** A standing that comes again and again. */
    Optional<Standing> find() {
        Set<Standing> done = new HashSet<>();
        return next.keySet().stream()
                .flatMap(start -> circle(start, done).stream())
                .findFirst();
    }

    private Optional<Standing> circle(Standing start, Set<Standing> done) {
        Set<Standing> open = new HashSet<>();
        Deque<Standing> path = new ArrayDeque<>();
        Deque<Iterator<Standing>> ways = new ArrayDeque<>();
        if (done.add(start)) {
            enter(start, open, path, ways);
        }
        while (!path.isEmpty()) {
            if (!ways.element().hasNext()) {
                ways.pop();
                open.remove(path.pop());
                continue;
            }
            Standing following = ways.element().next();
            if (open.contains(following)) {
                return Optional.of(following);
            }
            if (done.add(following)) {
                enter(following, open, path, ways);
            }
        }
        return Optional.empty();
    }

    private void enter(Standing standing, Set<Standing> open, Deque<Standing> path, Deque<Iterator<Standing>> ways) {
        open.add(standing);
        path.push(standing);
        ways.push(next.getOrDefault(standing, List.of()).iterator());
    }
}
