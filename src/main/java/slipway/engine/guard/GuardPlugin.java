package slipway.engine.guard;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;

/** Puts the guard into the engine's two chains of commands. */
final class GuardPlugin extends AbstractProcessEnginePlugin {
    private final Rules rules;
    private final Refusals refusals;
    private final BpmnParseListener models;

    GuardPlugin(Rules rules, Refusals refusals, BpmnParseListener models) {
        this.rules = rules;
        this.refusals = refusals;
        this.models = models;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        CommandTable table = CommandTable.read();
        engine.setCustomPreCommandInterceptorsTxRequired(
                with(new RefusalRecorder(refusals), engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                with(new RefusalRecorder(refusals), engine.getCustomPreCommandInterceptorsTxRequiresNew()));
        engine.setCustomPostCommandInterceptorsTxRequired(
                with(new CommandGuard(table, rules), engine.getCustomPostCommandInterceptorsTxRequired()));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(
                with(new CommandGuard(table, rules), engine.getCustomPostCommandInterceptorsTxRequiresNew()));
        List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners();
        engine.setCustomPostBPMNParseListeners(with(models, listeners));
    }

    private static <T> List<T> with(T first, @Nullable List<T> others) {
        List<T> all = new ArrayList<>(List.of(first));
        if (others != null) {
            all.addAll(others);
        }
        return all;
    }
}
