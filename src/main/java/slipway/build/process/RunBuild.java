package slipway.build.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.build.Build;
import slipway.build.Builds;
import slipway.engine.PartVariable;
import slipway.engine.Work;
import slipway.engine.WorkOrder;

@Component
class RunBuild implements Work {
    private final Builds builds;

    RunBuild(Builds builds) {
        this.builds = builds;
    }

    @Override
    public String topic() {
        return BuildProcess.TOPIC_BUILD;
    }

    @Override
    public Finish run(WorkOrder order) throws Exception {
        String key = builds.latest(PartVariable.of(order)).key();
        Builds.Verdict verdict = builds.run(key);
        return () -> {
            Build build = builds.record(key, verdict);
            return Map.of(BuildProcess.BUILD_PASSED.name(), build.state() == Build.State.PASSED);
        };
    }
}
