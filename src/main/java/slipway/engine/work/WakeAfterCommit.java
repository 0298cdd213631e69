package slipway.engine.work;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExternalTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Attaches to every external task of every model: once it is committed, the worker looks for it. */
@Component
class WakeAfterCommit extends AbstractProcessEnginePlugin {
    private final ApplicationEventPublisher events;

    WakeAfterCommit(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
        listeners = listeners == null ? new ArrayList<>() : new ArrayList<>(listeners);
        listeners.add(new ExternalTasks());
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private void ordered(DelegateExecution execution) {
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, context -> events.publishEvent(new WorkOrdered()));
    }

    private final class ExternalTasks extends AbstractBpmnParseListener {
        @Override
        public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            if (activity.getActivityBehavior() instanceof ExternalTaskActivityBehavior) {
                activity.addListener(
                        ExecutionListener.EVENTNAME_START, (ExecutionListener) WakeAfterCommit.this::ordered);
            }
        }
    }
}
