package slipway.site.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.identity.Duty;
import slipway.shared.Manifest;
import slipway.shared.Result;
import slipway.site.HandWork;

@Component
class DoWorkByHand implements UserTask {
    private final HandWork work;

    DoWorkByHand(HandWork work) {
        this.work = work;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        HandWork.Assignment assignment = work.assignment(task.get(WorkByHandProcess.ORDER));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", task.release().value());
        facts.put("title", assignment.instruction().title());
        facts.put("site", assignment.site().name());
        facts.put("address", assignment.site().address());
        facts.put("coordinator", assignment.site().coordinator().id());
        facts.put("unitName", assignment.order().unit().value());
        facts.put("todo", assignment.instruction().todo());
        facts.put("files", rows(assignment.instruction().files()));
        facts.put("manifest", assignment.manifest().orElse(""));
        return facts;
    }

    private static List<Map<String, Object>> rows(List<Manifest.Entry> files) {
        return files.stream()
                .map(file -> Map.<String, Object>of(
                        "path", file.path(),
                        "digest", file.digest().hex(),
                        "size", file.size(),
                        "executable", file.executable() ? "yes" : "no"))
                .toList();
    }

    @Override
    public Set<Duty> duties() {
        return Set.of(Duty.IMPLEMENTER);
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        HandWork.Report report = new HandWork.Report(
                submission.text("outcome").equals("DONE"),
                submission.optionalText("inventory").orElse(""),
                submission.optionalText("remark").orElse(""));
        return switch (work.report(task.get(WorkByHandProcess.ORDER), submission.actor(), report)) {
            case Result.Done done -> Recorded.nothing();
            case Result.Refused no -> new Refused(no.refusal());
        };
    }
}
