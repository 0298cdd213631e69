package slipway.approval;

import java.util.Map;
import java.util.stream.Collectors;
import slipway.event.Event;

/** What people were asked by tasks that process owners drew. */
public sealed interface AnswerEvent extends Event {

    /** They answered; {@code question} is the name of the task, {@code said} what its form asked, by field. */
    record QuestionAnswered(String question, Map<String, String> said) implements AnswerEvent {
        @Override
        public String subject() {
            return question;
        }

        @Override
        public String words() {
            String answers = said.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(each -> each.getKey() + " = " + each.getValue())
                    .collect(Collectors.joining("; "));
            return "Answered '" + question + "'" + (answers.isEmpty() ? "." : ": " + answers + ".");
        }
    }
}
