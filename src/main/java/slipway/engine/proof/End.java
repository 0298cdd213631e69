package slipway.engine.proof;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import slipway.engine.Stage;

/** How a process ended: how things stood then, and by which error that nothing in it caught. */
record End(Standing standing, Optional<Thrown> thrown) {
    /** An error with the node that threw it, and the way that led there; told apart by the first two. */
    record Thrown(String code, Net net, FlowNode node, Way way) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Thrown that && code.equals(that.code) && node.equals(that.node);
        }

        @Override
        public int hashCode() {
            return code.hashCode() + 31 * node.hashCode();
        }
    }

    /** What one process hands to another: where a release stands, without what is to be done next. */
    record Moment(Stage stage, Stage before, Map<String, Integer> gates) {
        /** Where this process is, with things standing as they do at this moment. */
        Standing standing(Standing here) {
            return new Standing(here.tokens(), stage, before, here.facts(), gates);
        }

        static Moment of(Standing standing) {
            return new Moment(standing.stage(), standing.before(), standing.gates());
        }
    }
}
