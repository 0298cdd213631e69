package slipway.runtime;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Twenty characters in four groups, without the ones that people mistake, as strong as the password policy asks. Without
 * vowels no name of a person can be in it by chance, which the policy refuses.
 */
final class GeneratedPassword {
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZbcdfghjkmnpqrstvwxz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private GeneratedPassword() {}

    static String next() {
        String candidate;
        do {
            candidate = IntStream.range(0, 4).mapToObj(group -> five()).collect(Collectors.joining("-"));
        } while (!strong(candidate));
        return candidate;
    }

    private static String five() {
        return RANDOM.ints(5, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }

    private static boolean strong(String password) {
        return password.chars().anyMatch(Character::isUpperCase)
                && password.chars().anyMatch(Character::isLowerCase)
                && password.chars().anyMatch(Character::isDigit);
    }
}
