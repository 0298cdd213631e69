package slipway.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Faster payments, Faster payments",
                "**bold**, &#42;&#42;bold&#42;&#42;",
                "<b>x</b>, &#60;b&#62;x&#60;&#47;b&#62;",
                "&lt;, &#38;lt&#59;",
                "a_b, a&#95;b",
                "Grüße 7, Grüße 7",
                "𝔸\uD83D\uDE00, 𝔸&#128512;",
            })
    void what_means_something_in_running_text_is_written_as_its_character(String typed, String shown) {
        assertThat(Shown.text(typed)).isEqualTo(shown);
    }

    @Test
    void lines_and_spaces_stay_as_they_were_typed() {
        assertThat(Shown.text("a b  c\n    d\n\n")).isEqualTo("a b &#160;c<br>&#160;&#160;&#160;&#160;d<br><br>");
    }

    @Test
    void every_text_is_shown_so_however_deep_it_lies_and_nothing_else_changes() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("title", "*");
        facts.put("count", 7);
        facts.put("none", null);
        facts.put("scope", Map.of("purpose", "<"));
        facts.put("files", Arrays.asList(Map.of("path", "_"), "#", null));

        assertThat(Shown.of(facts))
                .containsEntry("title", "&#42;")
                .containsEntry("count", 7)
                .containsEntry("none", null)
                .containsEntry("scope", Map.of("purpose", "&#60;"))
                .containsEntry("files", Arrays.asList(Map.of("path", "&#95;"), "&#35;", null))
                .hasSize(5);
    }
}
