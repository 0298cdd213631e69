package slipway.callout;

import java.io.IOException;
import java.util.Set;
import slipway.shared.ReleaseNumber;

/** Questions of models to programs of others, whose answer routes the process. */
public interface CallOuts {

    /**
     * What a step of a model asks: {@code key} is stable over retries and restarts, {@code step} = its name for people,
     * {@code name} = whom it calls, {@code answers} = what may be answered.
     */
    record Asked(String key, ReleaseNumber release, String step, String name, Set<String> answers) {
        public Asked {
            answers = Set.copyOf(answers);
        }
    }

    /** What came of it. */
    sealed interface Reply {}

    /** One of the answers. */
    record Answered(String answer) implements Reply {}

    /** Something else came; the sentence says what. */
    record Unusable(String problem) implements Reply {}

    /**
     * Sends the facts of the release, signed, outside any transaction. After a crash it is sent again with the same key. A
     * {@code TerminalFailure} where the name is not allowed, an {@code IOException} where nobody answers for now.
     */
    Reply ask(Asked asked) throws IOException, InterruptedException;

    /** Tells in the history what came of it. */
    void record(Asked asked, Reply reply);
}
