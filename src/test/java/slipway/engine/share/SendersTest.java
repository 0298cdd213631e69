package slipway.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendersTest {
    @Test
    void a_visitor_sends_a_few_at_a_time_and_one_more_when_one_is_there() {
        Senders senders = new Senders();
        Visitor ada = Visitor.person("ada");

        assertThat(IntStream.range(0, 9).filter(each -> senders.begins(ada)).count())
                .isEqualTo(4);
        assertThat(senders.begins(Visitor.person("ben"))).isTrue();
        assertThat(senders.all()).isEqualTo(5);
        senders.ends(ada);
        assertThat(senders.begins(ada)).isTrue();
        assertThat(senders.begins(ada)).isFalse();
    }
}
