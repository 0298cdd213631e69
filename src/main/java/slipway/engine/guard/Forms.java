package slipway.engine.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.variable.Variables;

/** The forms as they were deployed with the models. */
final class Forms {

    Form ofTask(String task, CommandContext context) {
        return read(new GetDeployedTaskFormCmd(task), context);
    }

    Form ofStart(String definition, CommandContext context) {
        return read(new GetDeployedStartFormCmd(definition), context);
    }

    private static Form read(Command<InputStream> command, CommandContext context) {
        try (InputStream in = context.runWithoutAuthorization(command)) {
            return Form.read(in, (hide, values) -> holds(hide, values, context));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean holds(String expression, Map<String, Object> values, CommandContext context) {
        String feel = expression.startsWith("=") ? expression.substring(1) : expression;
        Object result = context.getProcessEngineConfiguration()
                .getDmnEngineConfiguration()
                .getFeelEngine()
                .evaluateSimpleExpression(feel, Variables.fromMap(values).asVariableContext());
        return Boolean.TRUE.equals(result);
    }
}
