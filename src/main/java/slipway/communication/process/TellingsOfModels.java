package slipway.communication.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.engine.DrawnModels;
import slipway.engine.DrawnModels.DrawnTask;
import slipway.engine.Finding;
import slipway.engine.ModelRule;

/** What tells, reminds or escalates says whom and what, and stands where there is something to remind of. */
@Component
class TellingsOfModels implements ModelRule {
    @Override
    public List<Finding> check(DrawnModels models) {
        List<Finding> findings = new ArrayList<>();
        models.steps().forEach(step -> {
            switch (step.bean()) {
                case "tellPeople" -> {
                    groups(step, Told.AUDIENCE, Told.audiences(step.properties()), findings);
                    words(step, findings);
                }
                case "remindPeople" -> overdue(step, findings);
                case "escalateTask" -> {
                    overdue(step, findings);
                    groups(step, Told.TO, Told.to(step.properties()), findings);
                }
                default -> {}
            }
        });
        return findings;
    }

    private static void groups(DrawnTask step, String property, List<String> named, List<Finding> findings) {
        List<String> unknown =
                named.stream().filter(group -> !Told.EVERYBODY.contains(group)).toList();
        if (named.isEmpty() || !unknown.isEmpty()) {
            findings.add(step.found(
                    "tells-somebody",
                    (named.isEmpty() ? "tells nobody" : "tells " + String.join(", ", unknown) + ", whom nobody knows")
                            + "; name groups of roles, or requester, plan-author, coordinators, in the property '"
                            + property + "'"));
        }
    }

    private static void words(DrawnTask step, List<Finding> findings) {
        Map<String, String> says = step.properties();
        if (Told.word(says, Told.SUBJECT).isEmpty()
                || Told.word(says, Told.SUBJECT).contains("\n")
                || Told.word(says, Told.TEXT).isEmpty()) {
            findings.add(step.found(
                    "tells-something", "says nothing; give it the properties 'subject', of one line, and 'text'"));
        }
    }

    private static void overdue(DrawnTask step, List<Finding> findings) {
        if (!step.overdue()) {
            findings.add(step.found(
                    "reminds-of-a-task",
                    "does not come from timers at one task of a person alone; draw one at its edge that does not"
                            + " interrupt, and lead it here"));
        }
    }
}
