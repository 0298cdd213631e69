package slipway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import slipway.shared.Actor;

class SubmissionTest {
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-25T12:00:00+01:00");

    private final Submission submission = new Submission(
            new Actor("rita"),
            Map.of(
                    "title",
                    "  Two words ",
                    "blank",
                    " \t",
                    "minutes",
                    new BigDecimal("5"),
                    "sure",
                    true,
                    "unsure",
                    false,
                    "start",
                    NOON,
                    "rfcs",
                    List.of("RFC-1", "RFC-2")));

    @Test
    void a_text_comes_without_the_space_around_it_and_blank_is_none() {
        assertThat(submission.text("title")).isEqualTo("Two words");
        assertThat(submission.optionalText("title")).contains("Two words");
        assertThat(submission.optionalText("blank")).isEmpty();
        assertThat(submission.optionalText("absent")).isEmpty();
    }

    @Test
    void numbers_ticks_times_and_lists_come_as_such() {
        assertThat(submission.integer("minutes")).isEqualTo(5);
        assertThat(submission.checked("sure")).isTrue();
        assertThat(submission.checked("unsure")).isFalse();
        assertThat(submission.checked("absent")).isFalse();
        assertThat(submission.optionalChecked("unsure")).contains(false);
        assertThat(submission.optionalChecked("absent")).isEmpty();
        assertThat(submission.dateTime("start")).isEqualTo(NOON);
        assertThat(submission.optionalDateTime("start")).contains(NOON);
        assertThat(submission.optionalDateTime("absent")).isEmpty();
        assertThat(submission.list("rfcs")).containsExactly("RFC-1", "RFC-2");
        assertThat(submission.list("absent")).isEmpty();
        assertThat(submission.list("title")).isEmpty();
    }

    @Test
    void what_is_required_and_missing_is_an_error_of_the_form_that_names_the_field() {
        assertThatIllegalStateException()
                .isThrownBy(() -> submission.text("blank"))
                .withMessageContaining("no required text 'blank'");
        assertThatIllegalStateException()
                .isThrownBy(() -> submission.integer("absent"))
                .withMessageContaining("no required field 'absent'");
        assertThatIllegalStateException()
                .isThrownBy(() -> submission.dateTime("absent"))
                .withMessageContaining("no required field 'absent'");
    }
}
