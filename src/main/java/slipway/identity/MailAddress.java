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
        String box = plain.substring(0, at).replaceFirst("(?s)(?<=.)\\+.*", "");
        String domain = domain(plain.substring(at + 1));
        return domain.isEmpty() ? Optional.empty() : Optional.of(new MailAddress(box, domain));
    }

    /** As it is always written. */
    String text() {
        return box + "@" + domain;
    }

    private static String domain(String text) {
        String bare = bare(text);
        try {
            return bare(IDN.toASCII(bare).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            // No name that a mail server could have; as written it is still somebody's.
            return bare;
        }
    }

    /** Without what may follow a domain and changes nothing: dots, those of other scripts too, and what nobody sees. */
    private static String bare(String text) {
        return text.replaceFirst("[.\u3002\\s\\p{Cntrl}]+\\z", "");
    }
}
