package slipway.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VisitorTest {
    @Test
    void a_person_their_programs_at_each_address_and_strangers_there_have_shares_of_their_own() {
        assertThat(List.of(
                        Visitor.person("ada"),
                        Visitor.program("ada", "10.0.0.1"),
                        Visitor.program("ada", "10.0.0.2"),
                        Visitor.program("ben", "10.0.0.1"),
                        Visitor.strangers("10.0.0.1")))
                .doesNotHaveDuplicates();
        assertThat(Visitor.program("ada", "10.0.0.1")).isEqualTo(Visitor.program("ada", "10.0.0.1"));
    }
}
