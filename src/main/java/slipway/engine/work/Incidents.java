package slipway.engine.work;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.stereotype.Component;

/** A job that failed for good gets no further attempt: its incident shows at once; any other follows its model's cycle. */
@Component
class Incidents extends AbstractProcessEnginePlugin {
    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setFailedJobCommandFactory((job, failure) -> failure != null && Failures.isTerminal(failure)
                ? new NoMoreAttempts(job, failure)
                : new DefaultJobRetryCmd(job, failure));
    }

    private static final class NoMoreAttempts extends DefaultJobRetryCmd {
        private NoMoreAttempts(String job, Throwable failure) {
            super(job, failure);
        }

        @Override
        public Object execute(CommandContext context) {
            JobEntity job = getJob();
            if (job == null) {
                return super.execute(context);
            }
            logException(job);
            job.unlock();
            job.setRetries(0);
            return job;
        }
    }
}
