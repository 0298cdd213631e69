package slipway.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenCharactersTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "0008, a control character",
        "0009, a tab",
        "000A, a line break where one line is asked for",
        "2028, a line break",
        "2029, a line break",
        "202E, a character that turns the direction of the text",
        "200B, an invisible character",
        "2065, an invisible character",
        "2800, an invisible character",
        "FDD0, an invisible character",
        "FDEF, an invisible character",
        "FFF0, an invisible character",
        "FFF8, an invisible character",
        "FFFE, an invisible character",
        "FFFF, an invisible character",
        "1FFFE, an invisible character",
        "E0000, an invisible character",
        "E0FFF, an invisible character",
        "D800, half a character",
        "200C, an invisible joiner where nothing joins",
        "200D, an invisible joiner where nothing joins",
        "FE00, an invisible selector where nothing is selected",
        "FE0F, an invisible selector where nothing is selected",
        "E0100, an invisible selector where nothing is selected",
        "E01EF, an invisible selector where nothing is selected",
    })
    void what_is_wrong_is_said_with_the_code(String hex, String what) {
        int character = Integer.parseInt(hex, 16);
        assertThat(HiddenCharacters.first("a" + text(character) + "b", false)).contains(what + " (U+" + hex + ")");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0600, 0xFDCF, 0xFDF0, 0xFDFF, 0xFFFC, 0xFFEF, 0x0378, 0x20AC, 0xE1000, 0x1FFFD, 0xE000})
    void what_is_drawn_or_may_be_one_day_is_not_hidden(int character) {
        assertThat(HiddenCharacters.first("a" + text(character) + "b", false)).isEmpty();
    }

    @Test
    void several_lines_may_break_and_hold_tabs_and_nothing_else() {
        assertThat(HiddenCharacters.first("one\n\ttwo\u2028three\u2029four", true))
                .isEmpty();
        assertThat(HiddenCharacters.first("one\u0007", true)).contains("a control character (U+0007)");
    }

    @Test
    void eight_marks_on_a_letter_are_the_most_and_another_letter_counts_anew() {
        String eight = "a" + "\u0301".repeat(8);
        assertThat(HiddenCharacters.first(eight + eight, false)).isEmpty();
        assertThat(HiddenCharacters.first(eight + "\u0301", false)).contains("too many marks on one letter (U+0301)");
        // An enclosing mark and one with a width of its own are marks, too.
        assertThat(HiddenCharacters.first(eight + "\u20DD", false)).isPresent();
        assertThat(HiddenCharacters.first(eight + "\u0903", false)).isPresent();
    }

    @Test
    void a_joiner_joins_marks_pictures_and_letters_that_can_be_joined() {
        String alef = "\u0627";
        String picture = "\u2764";
        String tone = text(0x1F3FD);
        for (String side : new String[] {alef, picture, tone, "\u0301", "\u0915"}) {
            assertThat(HiddenCharacters.first(alef + "\u200C" + side, false))
                    .as(side)
                    .isEmpty();
            assertThat(HiddenCharacters.first(side + "\u200D" + alef, false))
                    .as(side)
                    .isEmpty();
        }
        for (String side : new String[] {"a", "\u03B1", "\u0436", "\u4E2D", "1", " ", "\u00B4"}) {
            assertThat(HiddenCharacters.first(alef + "\u200C" + side, false))
                    .as(side)
                    .isPresent();
            assertThat(HiddenCharacters.first(side + "\u200C" + alef, false))
                    .as(side)
                    .isPresent();
        }
        assertThat(HiddenCharacters.first("\u200C" + alef, false)).isPresent();
        assertThat(HiddenCharacters.first(alef + "\u200C", false)).isPresent();
    }

    @Test
    void a_selector_selects_how_one_picture_digit_or_sign_is_drawn() {
        for (String before : new String[] {"\u2764", "0", "1", "#", "*", "\u00A9", "\u00AE", "\u2194", "\u203C"}) {
            assertThat(HiddenCharacters.first(before + "\uFE0F", false))
                    .as(before)
                    .isEmpty();
            assertThat(HiddenCharacters.first(before + "\uFE0E", false))
                    .as(before)
                    .isEmpty();
            assertThat(HiddenCharacters.first(before + "\uFE0F\uFE0F", false))
                    .as(before)
                    .isPresent();
            assertThat(HiddenCharacters.first(before + "\uFE0D", false))
                    .as(before)
                    .isPresent();
        }
        assertThat(HiddenCharacters.first("\uFE0F", false)).isPresent();
        assertThat(HiddenCharacters.first(" \uFE0F", false)).isPresent();
    }

    @Test
    void a_selector_selects_a_form_of_a_chinese_character() {
        for (int selector : new int[] {0xFE00, 0xFE0D, 0xE0100, 0xE01EF}) {
            assertThat(HiddenCharacters.first("\u845B" + text(selector), false)).isEmpty();
            assertThat(HiddenCharacters.first("\u2764" + text(selector), false)).isPresent();
        }
        assertThat(HiddenCharacters.first("\u845B\uFE0F", false)).isPresent();
        assertThat(HiddenCharacters.first("\u845B" + text(0xE01F0), false))
                .contains("an invisible character (U+E01F0)");
    }

    @Test
    void a_walk_over_a_text_goes_by_whole_characters() {
        String text = "a" + text(0x1F600) + "b";
        assertThat(Stream.iterate(0, at -> at < text.length(), at -> HiddenCharacters.after(text, at)))
                .containsExactly(0, 1, 3);
    }

    private static String text(int character) {
        return Character.toString(character);
    }
}
