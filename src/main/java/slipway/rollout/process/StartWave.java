package slipway.rollout.process;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import slipway.rollout.Rollouts;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

@Component
class StartWave implements JavaDelegate {
    private final Rollouts rollouts;

    StartWave(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReleaseNumber release = new ReleaseNumber(execution.getProcessBusinessKey());
        switch (rollouts.startWave(release, RollOutReleaseProcess.WAVE_NUMBER.in(execution))) {
            case Rollouts.Started started -> InstallWaveProcess.SITES_ORDERED.put(execution, true);
            case Rollouts.NothingToInstall none -> InstallWaveProcess.SITES_ORDERED.put(execution, false);
            case Rollouts.Held held ->
                throw new BpmnError(
                        InstallWaveProcess.ERROR_WAVE_REFUSED,
                        held.reasons().stream().map(Refusal::rule).distinct().collect(Collectors.joining(", ")));
        }
    }
}
