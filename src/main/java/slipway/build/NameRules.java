package slipway.build;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import slipway.shared.PlainText;

/** Which name one file or folder may have, so that it is the same one on every machine and in every tool. */
final class NameRules {
    private static final int LONGEST_NAME = 255;
    // What the file system of Macs leaves out of names, and what that of Windows leaves off their ends.
    private static final Pattern IGNORED = Pattern.compile("[\\u200c-\\u200f\\u202a-\\u202e\\u206a-\\u206f\\ufeff]");
    private static final Pattern OF_GIT = Pattern.compile("(\\.git|git~\\d+)[. ]{0,255}(:.{0,255})?");

    private NameRules() {}

    /** What is wrong with a name, as the rest of a sentence. */
    static Optional<String> wrong(String name) {
        if (name.isEmpty()) {
            return Optional.of("has a part without a name");
        }
        if (name.equals(".") || name.equals("..")) {
            return Optional.of("has the name '" + name + "', which means another folder");
        }
        if (bytes(name) > LONGEST_NAME) {
            return Optional.of("has a name of more than " + LONGEST_NAME + " bytes");
        }
        if (isOfGit(name)) {
            return Optional.of("has a name that Git or some machine takes for Git's own folder");
        }
        if (name.indexOf('\\') >= 0) {
            return Optional.of("has a name with a separator of folders in it");
        }
        return PlainText.hidden(name).map(what -> "has a name that holds " + what);
    }

    static boolean isOfGit(String name) {
        return OF_GIT.matcher(folded(IGNORED.matcher(name).replaceAll(""))).matches();
    }

    /** Whether Git itself would read a file of that name. */
    static boolean isReadByGit(String name) {
        return folded(IGNORED.matcher(name).replaceAll("")).startsWith(".git");
    }

    /** Names that are one to some file system are equal here: those that differ in letter case or Unicode form. */
    static String folded(String name) {
        String one = Normalizer.normalize(name, Normalizer.Form.NFD);
        String low = one.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(low, Normalizer.Form.NFC);
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
