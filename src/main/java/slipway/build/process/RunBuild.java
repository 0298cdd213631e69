package slipway.build.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.build.Authors;
import slipway.build.Build;
import slipway.build.Builds;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.PartVariable;
import slipway.engine.Work;
import slipway.engine.WorkOrder;
import slipway.shared.PartId;

@Component
class RunBuild implements Work {
    private final Builds builds;
    private final Authors authors;

    RunBuild(Builds builds, Authors authors) {
        this.builds = builds;
        this.authors = authors;
    }

    @Override
    public String topic() {
        return BuildProcess.TOPIC_BUILD;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(Outcome.done()
                        .giving(BuildProcess.BUILD_PASSED, true, false)
                        .giving(BuildProcess.AUTHORS_KNOWN, true, false))
                .touchingWorld();
    }

    @Override
    public Finish run(WorkOrder order) throws Exception {
        PartId part = PartVariable.of(order);
        String key = builds.latest(part).key();
        Builds.Verdict verdict = builds.run(key);
        return () -> {
            Build build = builds.record(key, verdict);
            return Map.of(
                    BuildProcess.BUILD_PASSED.name(),
                    build.state() == Build.State.PASSED,
                    BuildProcess.AUTHORS_KNOWN.name(),
                    authors.open(part).isEmpty());
        };
    }
}
