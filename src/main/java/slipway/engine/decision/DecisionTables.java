package slipway.engine.decision;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Decision tables write to the ledger and know no expression language but FEEL. */
@Component
class DecisionTables extends AbstractProcessEnginePlugin {
    private final DecisionRecorder recorder;

    DecisionTables(DecisionRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        DefaultDmnEngineConfiguration dmn =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        List<DmnDecisionEvaluationListener> listeners = new ArrayList<>();
        listeners.add(recorder);
        dmn.setCustomPostDecisionEvaluationListeners(listeners);
        configuration.setDmnEngineConfiguration(dmn);
        configuration.setDmnElProvider(expression -> {
            throw new UnsupportedOperationException(
                    "decision tables are written in FEEL; the expression '" + expression + "' does not run");
        });
    }
}
