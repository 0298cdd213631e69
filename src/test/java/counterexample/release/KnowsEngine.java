package counterexample.release;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

class KnowsEngine implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
        throw new UnsupportedOperationException("glue outside a process package");
    }
}
