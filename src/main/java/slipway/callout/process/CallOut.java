package slipway.callout.process;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.callout.CallOuts;
import slipway.callout.CallOuts.Answered;
import slipway.callout.CallOuts.Asked;
import slipway.callout.CallOuts.Reply;
import slipway.callout.CallOuts.Unusable;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.ProcessVariable;
import slipway.engine.Work;
import slipway.engine.WorkOrder;

/**
 * The building block <em>Call out</em>: a program whom the operator allows is told of the release, and its answer routes.
 * The routing fact is named after whom it calls: {@code risk-desk} gives {@code riskDeskReply}. Anything but one of the
 * answers is an error, which the model handles.
 */
@Component
class CallOut implements Work {
    static final String TOPIC = "call-out";
    static final String CALLS = "calls";
    static final String ANSWERS = "answers";
    static final String CALL_OUT_FAILED = "CallOutFailed";

    private final CallOuts callOuts;

    CallOut(CallOuts callOuts) {
        this.callOuts = callOuts;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Contract contract(Block block) {
        String name = name(block.properties());
        Outcome answered =
                name.isEmpty() ? Outcome.done() : Outcome.done().giving(variable(name), answers(block.properties()));
        return Contract.of(answered, Outcome.error(CALL_OUT_FAILED)).touchingWorld();
    }

    @Override
    public Finish run(WorkOrder order) throws Exception {
        Map<String, String> says = order.block().properties();
        Asked asked = new Asked(order.key(), order.release(), order.block().name(), name(says), answers(says));
        Reply reply = callOuts.ask(asked);
        return switch (reply) {
            case Answered answered ->
                () -> {
                    callOuts.record(asked, reply);
                    return Map.of(variable(asked.name()), answered.answer());
                };
            case Unusable unusable -> Finish.throwing(CALL_OUT_FAILED, () -> callOuts.record(asked, reply));
        };
    }

    /** Whom a task with these extension properties calls; empty when it names nobody. */
    static String name(Map<String, String> properties) {
        return properties.getOrDefault(CALLS, "").strip();
    }

    static Set<String> answers(Map<String, String> properties) {
        return Arrays.stream(properties.getOrDefault(ANSWERS, "").split(","))
                .map(String::strip)
                .filter(answer -> !answer.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a gateway reads, which no fact of Slipway's own ends like. */
    static String variable(String name) {
        return ProcessVariable.named(name, "Reply");
    }
}
