package slipway.build.sandbox;

/** Makes of the output of a command text that does nothing to the terminal, mail or page that shows it. */
final class Legible {
    private boolean returned;

    /** The next part of the text: letters, tabs and line ends; what would steer a reader's terminal is left out. */
    String next(char[] part, int length) {
        char[] kept = new char[length];
        int count = 0;
        for (int i = 0; i < length; i++) {
            char character = part[i];
            // A bar that redraws its line becomes lines; the end of a line of Windows stays one.
            if (character == '\r' || character == '\n' && !returned) {
                kept[count++] = '\n';
            } else if (character == '\t' || shows(character)) {
                kept[count++] = character;
            }
            returned = character == '\r';
        }
        return new String(kept, 0, count);
    }

    private static boolean shows(char character) {
        // The common case first: a log may be long.
        return character >= ' ' && character < '\u007f'
                || character > '\u009f' && Character.getType(character) != Character.FORMAT;
    }
}
