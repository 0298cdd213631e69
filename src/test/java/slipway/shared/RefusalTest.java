package slipway.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void a_refusal_says_rule_and_way_out_and_the_field_where_there_is_one() {
        Refusal plain = Refusal.of("four-eyes", "Somebody else must do it.");
        Refusal field = Refusal.at("start", "no-window", "Choose another day.");

        assertThat(plain).hasToString("four-eyes: Somebody else must do it.");
        assertThat(plain.atField()).isEmpty();
        assertThat(field).hasToString("no-window (field 'start'): Choose another day.");
        assertThat(field.atField()).contains("start");
    }

    @Test
    void a_command_is_done_or_refused_with_a_reason() {
        assertThat(Result.done()).isEqualTo(new Result.Done());
        assertThat(Result.refused("four-eyes", "No.")).isEqualTo(new Result.Refused(Refusal.of("four-eyes", "No.")));
        assertThat(Result.refusedAt("start", "no-window", "No."))
                .isEqualTo(new Result.Refused(Refusal.at("start", "no-window", "No.")));
    }
}
