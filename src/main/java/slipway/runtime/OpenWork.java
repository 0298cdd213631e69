package slipway.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import slipway.engine.SystemScope;

/** The open user tasks by the person or role they wait for. */
@Component
class OpenWork {
    private static final int SHOWN = 50;
    private final TaskService tasks;

    OpenWork(TaskService tasks) {
        this.tasks = tasks;
    }

    List<String> lines() {
        Map<String, List<String>> waiting = SystemScope.call(this::waiting);
        List<String> lines = new ArrayList<>();
        lines.add(waiting.isEmpty() ? "  Nothing waits for anybody." : "  Waiting");
        waiting.forEach((who, what) -> lines.add("            %-18s %s".formatted(who, summary(what))));
        return lines;
    }

    private Map<String, List<String>> waiting() {
        return tasks.createTaskQuery().active().orderByTaskCreateTime().asc().listPage(0, SHOWN).stream()
                .flatMap(task -> holders(task).map(who -> Map.entry(who, String.valueOf(task.getName()))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Stream<String> holders(Task task) {
        if (task.getAssignee() != null) {
            return Stream.of(task.getAssignee());
        }
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(OpenWork::holder);
    }

    private static String holder(IdentityLink link) {
        return link.getGroupId() == null ? link.getUserId() : link.getGroupId();
    }

    private static String summary(List<String> names) {
        return names.stream()
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + (entry.getValue() > 1 ? " (" + entry.getValue() + ")" : ""))
                .collect(Collectors.joining(", "));
    }
}
