package slipway.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invoice\u202Efdp.exe", // the file's ending is read backwards
                "\u2066approved\u2069", // isolates
                "pay\u200Fees", // marks
                "a\u061Cb",
                "RFC-1\u200B2", // no width
                "\uFEFFtitle",
                "soft\u00ADhyphen",
                "word\u2060joiner",
                "x\u2063y",
                "go\u200Dno-go", // joins Latin letters, so it only hides
                "\u0644\u200C", // joins nothing at the end of a text
                "tab\tor",
                "two\nlines",
                "two\u2028lines",
                "nul\u0000l",
                "\u001B[2Jcleared", // a terminal obeys it
                "bell\u0007",
                "\u0085",
                "a\u009Bb",
                "half \uD83D of",
                "\uDE00",
                "\u3164", // a letter that draws nothing
                "a\u2800b",
                "a\u034Fb",
                "\uFFFE",
                "\uFDD0",
                "\uFFF9note\uFFFB",
                "\uDB40\uDC41tag", // letters of a hidden alphabet
                "a\uDB40\uDD00b", // rows of selectors carry a message
                "b\uFE0Fc",
                "H\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308i", // writes over other lines
            })
    void what_hides_is_refused(String hostile) {
        assertThat(PlainText.line(hostile, 200)).isInstanceOfSatisfying(PlainText.Wrong.class, wrong -> {
            assertThat(wrong.rule()).isEqualTo("plain-text");
            assertThat(wrong.sentence()).matches("holds .* \\(U\\+[0-9A-F]{4,6}\\); type it without");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zürich – «Überweisung» 100 % <b>*fett*</b> ${x} {{y}}",
                "日本語 العربية עברית",
                "می\u200Cخواهم", // Persian needs the non-joiner
                "क्\u200Dष", // so do the scripts of India the joiner
                "👩🏽\u200D💻 👩\u200D❤\uFE0F\u200D👩 1\uFE0F⃣ ❤\uFE0F",
                "葛\uDB40\uDD00城", // a name is written with this form of the character
                "\u0600٤٢", // a sign around digits
                "no\u00A0break",
            })
    void what_people_write_stays_as_it_is(String text) {
        assertThat(PlainText.line(text, 200)).isEqualTo(new PlainText.Plain(text));
    }

    @Test
    void what_is_harmless_becomes_uniform_without_a_word() {
        assertThat(PlainText.line("  Zu\u0308rich \u00A0\r\n", 200)).isEqualTo(new PlainText.Plain("Zürich"));
        assertThat(PlainText.lines("one  \r\n\ttwo\rthree\u2028four \n\n", 200))
                .isEqualTo(new PlainText.Plain("one\n\ttwo\nthree\nfour"));
        assertThat(PlainText.lines(" \u00A0\n\t", 200)).isEqualTo(new PlainText.Plain(""));
        assertThat(PlainText.line(" \u00A0\n", 200)).isEqualTo(new PlainText.Plain(""));
    }

    @Test
    void the_length_is_that_of_the_uniform_text() {
        assertThat(PlainText.line("u\u0308".repeat(200), 200)).isEqualTo(new PlainText.Plain("ü".repeat(200)));
        assertThat(PlainText.line("u\u0308".repeat(201), 200))
                .isEqualTo(new PlainText.Wrong("wrong-length", "is too long; 200 characters are allowed"));
        // Three characters that become one, and one that becomes three.
        assertThat(PlainText.line("\u1112\u1161\u11AB".repeat(200), 200))
                .isEqualTo(new PlainText.Plain("\uD55C".repeat(200)));
        assertThat(PlainText.line("\uFB2C".repeat(100), 200)).isInstanceOf(PlainText.Wrong.class);
    }

    @Test
    void of_one_line_the_first_character_that_hides_is_named() {
        assertThat(PlainText.hidden("tab\tand\u0000nul")).contains("a tab (U+0009)");
        assertThat(PlainText.hidden("plain")).isEmpty();
    }

    @Test
    void no_text_takes_long_to_refuse() {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            String marks = "a" + "\u0301\u0316".repeat(5_000_000);
            assertThat(PlainText.lines(marks, 20_000)).isInstanceOf(PlainText.Wrong.class);
            assertThat(PlainText.lines(marks.substring(0, 60_000), 20_000)).isInstanceOf(PlainText.Wrong.class);
            assertThat(PlainText.lines("a" + " ".repeat(59_998) + "b", 20_000)).isInstanceOf(PlainText.Wrong.class);
        });
    }

    @Test
    void a_sentence_of_ours_quotes_what_was_typed_without_its_effects() {
        assertThat(PlainText.quoted("go\u202E\u0000\n\uD800!")).isEqualTo("goU+202EU+0000U+000AU+D800!");
        assertThat(PlainText.quoted("x".repeat(60))).isEqualTo("x".repeat(60));
        assertThat(PlainText.quoted("x".repeat(61))).isEqualTo("x".repeat(60) + "…");
    }
}
