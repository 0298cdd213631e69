package slipway.identity;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail address as far as it says who reads it: without letter case, other forms of the same letters, what follows a
 * plus sign, and other spellings of its domain.
 */
record MailAddress(String box, String domain) {

    /** Nothing where the text is no address. */
    static Optional<MailAddress> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        int at = plain.lastIndexOf('@');
        if (at <= 0 || at == plain.length() - 1) {
            return Optional.empty();
        }
        String box = plain.substring(0, at).replaceFirst("(?<=.)\\+.*", "");
        return Optional.of(new MailAddress(box, domain(plain.substring(at + 1))));
    }

    /** As it is always written. */
    String text() {
        return box + "@" + domain;
    }

    private static String domain(String text) {
        String bare = text.replaceFirst("(?<=.)\\.$", "");
        try {
            return IDN.toASCII(bare).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            // No name that a mail server could have; as written it is still somebody's.
            return bare;
        }
    }
}
