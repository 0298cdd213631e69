package slipway.shared;

import java.lang.Character.UnicodeScript;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a reader of a text would not see, or would see elsewhere than it stands. Two invisible characters stay,
 * because Persian, the scripts of India and joined pictures cannot be written without them: the joiner and the
 * non-joiner, but only between characters that they can act on.
 */
final class HiddenCharacters {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    // No living language stacks more; more of them write over the lines around.
    private static final int MOST_MARKS = 8;
    private static final Set<Integer> TURNING =
            Set.of(0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069);
    // Letters, marks and signs by their kind, yet nothing is drawn for them.
    private static final Set<Integer> EMPTY = Set.of(
            0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2065, 0x2800, 0x3164, 0xFFA0);
    // Signs written around digits and verses, which are drawn although their kind is "format".
    private static final Set<Integer> DRAWN = Set.of(
            0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD);
    private static final Set<UnicodeScript> NEVER_JOINED =
            Set.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.HAN);

    private HiddenCharacters() {}

    /** The first of them, in words; lines may break and hold tabs only where several are asked for. */
    static Optional<String> first(String text, boolean several) {
        int marks = 0;
        for (int at = 0; at < text.length(); at = after(text, at)) {
            int character = text.codePointAt(at);
            marks = isMark(character) ? marks + 1 : 0;
            String what = marks > MOST_MARKS ? "too many marks on one letter" : at(text, at, character, several);
            if (!what.isEmpty()) {
                return Optional.of(what + " (" + code(character) + ")");
            }
        }
        return Optional.empty();
    }

    static int after(String text, int at) {
        return at + Character.charCount(text.codePointAt(at));
    }

    static String code(int character) {
        return String.format("U+%04X", character);
    }

    private static String at(String text, int at, int character, boolean several) {
        if (character == NON_JOINER || character == JOINER) {
            return joins(text, at) ? "" : "an invisible joiner where nothing joins";
        }
        if (selects(character)) {
            return selectable(text, at, character) ? "" : "an invisible selector where nothing is selected";
        }
        return switch (Character.getType(character)) {
            case Character.SURROGATE -> "half a character";
            case Character.CONTROL -> control(character, several);
            case Character.FORMAT -> format(character);
            case Character.UNASSIGNED -> unassigned(character) ? "an invisible character" : "";
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> several ? "" : "a line break";
            default -> EMPTY.contains(character) ? "an invisible character" : "";
        };
    }

    private static String control(int character, boolean several) {
        if (character == '\n' || character == '\t') {
            return several ? "" : character == '\n' ? "a line break where one line is asked for" : "a tab";
        }
        return "a control character";
    }

    private static String format(int character) {
        if (TURNING.contains(character)) {
            return "a character that turns the direction of the text";
        }
        return DRAWN.contains(character) ? "" : "an invisible character";
    }

    /** Codes that never become characters, and those set aside for invisible ones. */
    private static boolean unassigned(int character) {
        return (character & 0xFFFE) == 0xFFFE
                || (character >= 0xFDD0 && character <= 0xFDEF)
                || (character >= 0xFFF0 && character <= 0xFFF8)
                || (character >= 0xE0000 && character <= 0xE0FFF)
                || EMPTY.contains(character);
    }

    private static boolean joins(String text, int at) {
        int next = after(text, at);
        return at > 0 && next < text.length() && joinable(text.codePointBefore(at)) && joinable(text.codePointAt(next));
    }

    private static boolean joinable(int character) {
        return isMark(character)
                || isPicture(character)
                || (Character.isLetter(character) && !NEVER_JOINED.contains(UnicodeScript.of(character)));
    }

    private static boolean selects(int character) {
        return (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
    }

    /** One selector after a picture, a digit of a key, or a Chinese character; rows of them carry hidden messages. */
    private static boolean selectable(String text, int at, int selector) {
        int before = at == 0 ? ' ' : text.codePointBefore(at);
        boolean picture = isPicture(before) || "0123456789#*©®".indexOf(before) >= 0;
        return selector >= 0xFE0E && selector <= 0xFE0F
                ? picture
                        || Character.getType(before) == Character.MATH_SYMBOL
                        || Character.getType(before) == Character.OTHER_PUNCTUATION
                : UnicodeScript.of(before) == UnicodeScript.HAN;
    }

    private static boolean isPicture(int character) {
        int kind = Character.getType(character);
        return kind == Character.OTHER_SYMBOL || (kind == Character.MODIFIER_SYMBOL && character > 0xFFFF);
    }

    private static boolean isMark(int character) {
        int kind = Character.getType(character);
        return kind == Character.NON_SPACING_MARK
                || kind == Character.ENCLOSING_MARK
                || kind == Character.COMBINING_SPACING_MARK;
    }
}
