package slipway.shared;

import java.text.Normalizer;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Text that a person typed, as it may enter: what is harmless is made uniform without a word, what a reader would not
 * see is refused. Nothing here knows how the text will be shown.
 */
public final class PlainText {
    /** The longest line where nothing else is asked for. */
    public static final int LINE = 200;

    /** The longest text of several lines where nothing else is asked for. */
    public static final int LINES = 5000;

    private static final int SHOWN = 60;
    // A letter typed as its parts becomes one, and a line break may be two characters.
    private static final int LARGEST_SHRINKING = 3;

    private PlainText() {}

    /** What came of reading a text. */
    public sealed interface Reading {}

    /** May enter like this; empty when nothing visible was typed. */
    public record Plain(String text) implements Reading {}

    /** May not enter; the sentence follows the name of the field. */
    public record Wrong(String rule, String sentence) implements Reading {}

    /** One line. */
    public static Reading line(String typed, int longest) {
        return read(typed, longest, false);
    }

    /** Several lines, with tabs. */
    public static Reading lines(String typed, int longest) {
        return read(typed, longest, true);
    }

    private static Reading read(String typed, int longest, boolean several) {
        // Before anything else, because making a text uniform costs more than its length.
        if (typed.length() > (long) LARGEST_SHRINKING * longest) {
            return tooLong(longest);
        }
        String broken = breaks(typed);
        String text = several ? broken.lines().map(PlainText::end).collect(Collectors.joining("\n")) : trim(broken);
        Optional<String> hidden = HiddenCharacters.first(text, several);
        if (hidden.isPresent()) {
            return wrong("plain-text", "holds " + hidden.get() + "; type it without");
        }
        String plain = Normalizer.normalize(end(text), Normalizer.Form.NFC);
        return plain.length() > longest ? tooLong(longest) : new Plain(plain);
    }

    /** The first character of one line that a reader would not see, or would see elsewhere than it stands. */
    public static Optional<String> hidden(String line) {
        return HiddenCharacters.first(line, false);
    }

    /** A typed text inside a sentence of ours: short, on one line, with a code for each character that hides. */
    public static String quoted(Object typed) {
        return coded(typed.toString(), SHOWN);
    }

    /** The same of a text that is shown whole. */
    public static String coded(String text) {
        return coded(text, Integer.MAX_VALUE);
    }

    private static String coded(String text, int longest) {
        var shown = new StringBuilder();
        int at = 0;
        while (at < text.length() && shown.length() < longest) {
            int next = HiddenCharacters.after(text, at);
            String character = text.substring(at, next);
            shown.append(
                    HiddenCharacters.first(character, false).isEmpty()
                            ? character
                            : HiddenCharacters.code(character.codePointAt(0)));
            at = next;
        }
        return at == text.length() ? shown.toString() : shown + "…";
    }

    private static String breaks(String typed) {
        return typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u2028', '\n')
                .replace('\u2029', '\n');
    }

    /** By hand, because a pattern walks a long row of spaces once for each of them. */
    private static String end(String text) {
        int end = text.length();
        while (end > 0 && blank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String trim(String text) {
        int start = 0;
        while (start < text.length() && blank(text.charAt(start))) {
            start++;
        }
        return end(text.substring(start));
    }

    private static boolean blank(char character) {
        return character == '\n' || character == '\t' || Character.isSpaceChar(character);
    }

    private static Reading tooLong(int longest) {
        return wrong("wrong-length", "is too long; " + longest + " characters are allowed");
    }

    private static Reading wrong(String rule, String sentence) {
        return new Wrong(rule, sentence);
    }
}
