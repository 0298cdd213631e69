package slipway.engine.proof;

import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;

/** Errors of models, by their codes. */
final class Errors {
    private Errors() {}

    static Optional<String> thrownBy(EndEvent end) {
        return definitions(end.getEventDefinitions().stream()).map(Errors::code).findFirst();
    }

    static boolean isError(BoundaryEvent event) {
        return definitions(event.getEventDefinitions().stream()).findAny().isPresent();
    }

    /** One without a code catches all. */
    static boolean catches(BoundaryEvent event, String code) {
        return definitions(event.getEventDefinitions().stream())
                .map(Errors::code)
                .anyMatch(caught -> caught.isEmpty() || caught.equals(code));
    }

    private static Stream<ErrorEventDefinition> definitions(Stream<EventDefinition> all) {
        return all.filter(ErrorEventDefinition.class::isInstance).map(ErrorEventDefinition.class::cast);
    }

    private static String code(ErrorEventDefinition definition) {
        return Optional.ofNullable(definition.getError())
                .map(Error::getErrorCode)
                .orElse("");
    }
}
