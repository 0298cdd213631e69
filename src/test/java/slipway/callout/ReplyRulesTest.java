package slipway.callout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipway.callout.CallOuts.Answered;
import slipway.callout.CallOuts.Reply;
import slipway.callout.CallOuts.Unusable;
import slipway.callout.port.Webhook;
import slipway.callout.port.Webhook.Said;

class ReplyRulesTest {
    @Test
    void an_answer_is_one_of_those_that_the_model_knows() {
        assertThat(reply(200, "{\"answer\": \"GO\", \"by\": \"the desk\"}")).isEqualTo(new Answered("GO"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'answer': 'MAYBE'} | knows only GO, STOP",
                "{'answer': 'go'} | it answered 'go'",
                "{'answer': ['GO']} | no text 'answer'",
                "{'answer': true} | no text 'answer'",
                "{'verdict': 'GO'} | no text 'answer'",
                "['GO'] | no text 'answer'",
                "'GO' | no text 'answer'",
                "{'answer': 'GO'} {'answer': 'STOP'} | no JSON",
                "{'answer': 'GO', 'answer': 'STOP'} | no JSON",
                "GO | no JSON"
            },
            quoteCharacter = '`')
    void anything_else_is_none(String body, String problem) {
        assertThat(reply(200, body.replace('\'', '"')))
                .isInstanceOfSatisfying(
                        Unusable.class,
                        unusable -> assertThat(unusable.problem()).contains(problem));
    }

    @Test
    void nothing_at_all_is_none() {
        assertThat(reply(200, "")).isInstanceOf(Unusable.class);
    }

    @Test
    void one_that_is_too_long_is_none_whatever_it_says() {
        String most = "{\"answer\": \"GO\"}" + " ".repeat(Webhook.MOST - 16);
        assertThat(most).hasSize(Webhook.MOST);
        assertThat(reply(200, most)).isEqualTo(new Answered("GO"));
        assertThat(reply(200, most + " ")).isEqualTo(new Unusable("its answer has more than 65536 bytes"));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 301, 302, 307, 400, 401, 404})
    void another_status_is_none_and_nobody_follows_it_elsewhere(int status) {
        assertThat(ReplyRules.mayPass(new Said(status, new byte[0]))).isFalse();
        assertThat(reply(status, "{\"answer\": \"GO\"}"))
                .isEqualTo(new Unusable("it answered with the status " + status + " instead of 200"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void who_is_overloaded_or_broken_is_asked_again(int status) {
        assertThat(ReplyRules.mayPass(new Said(status, new byte[0]))).isTrue();
    }

    private static Reply reply(int status, String body) {
        return ReplyRules.of(new Said(status, body.getBytes(StandardCharsets.UTF_8)), Set.of("GO", "STOP"));
    }
}
