package slipway.engine.guard;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Puts the release's number on a new task itself, so that everybody to whom it is offered reads it in their list
 * without the right to read whole processes.
 */
final class NumberOnCard implements TaskListener {
    @Override
    public void notify(DelegateTask created) {
        String number = created.getExecution().getProcessBusinessKey();
        if (number != null) {
            created.setVariableLocal("release", number);
        }
    }
}
