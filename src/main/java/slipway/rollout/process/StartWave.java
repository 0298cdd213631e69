package slipway.rollout.process;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Step;
import slipway.release.ReleaseState;
import slipway.rollout.Rollouts;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

@Component
class StartWave implements Step {
    private final Rollouts rollouts;

    StartWave(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done().in(ReleaseState.IN_ROLLOUT).giving(InstallWaveProcess.SITES_ORDERED, true, false),
                Outcome.error(InstallWaveProcess.ERROR_WAVE_REFUSED));
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
