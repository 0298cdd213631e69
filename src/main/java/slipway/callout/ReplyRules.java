package slipway.callout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import slipway.callout.CallOuts.Answered;
import slipway.callout.CallOuts.Reply;
import slipway.callout.CallOuts.Unusable;
import slipway.callout.port.Webhook;
import slipway.callout.port.Webhook.Said;
import slipway.shared.PlainText;

/** What counts as an answer: {@code {"answer": "<one that the model knows>"}} with the status 200, and nothing else. */
final class ReplyRules {
    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_FAULTS = 500;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ReplyRules() {}

    /** Whether the other side may well answer later. */
    static boolean mayPass(Said said) {
        return said.status() == TOO_MANY_REQUESTS || said.status() >= SERVER_FAULTS;
    }

    static Reply of(Said said, Set<String> answers) {
        if (said.status() != OK) {
            return new Unusable("it answered with the status " + said.status() + " instead of 200");
        }
        if (said.body().length > Webhook.MOST) {
            return new Unusable("its answer has more than " + Webhook.MOST + " bytes");
        }
        try {
            return of(JSON.readTree(said.body()), answers);
        } catch (JsonProcessingException e) {
            return new Unusable("its answer is no JSON");
        } catch (IOException e) {
            throw new IllegalStateException("bytes at hand can always be read", e);
        }
    }

    private static Reply of(JsonNode said, Set<String> answers) {
        JsonNode answer = said.path("answer");
        if (!answer.isTextual()) {
            return new Unusable("its answer has no text 'answer'");
        }
        return answers.contains(answer.textValue())
                ? new Answered(answer.textValue())
                : new Unusable("it answered '" + PlainText.quoted(answer.textValue()) + "', and the model knows only "
                        + answers.stream().sorted().collect(Collectors.joining(", ")));
    }
}
