package slipway.engine.share;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What requests have in common that usually cost alike: method and path without what names a single thing, whether a page
 * or everything is asked for, and how long the question is. So what somebody asks dearly at an address tells nothing of
 * what others ask there. It is modest when it asks in short for a page or for a single thing, as people do who work.
 */
record Kind(String name, boolean modest) {
    /** In a crowd everything seems to cost more, so what a modest question costs must be far from usual to be long. */
    private static final double LONG_FOR_MODEST = 1;

    private static final double LONG = 0.05;
    private static final int SHORT = 512;
    private static final int LONGEST_WORD = 30;
    private static final Pattern PAGE = Pattern.compile("(?:^|&)maxResults=(\\d{1,4})(?:&|$)");
    private static final int LONGEST_PAGE = 100;
    /** Where the engine answers in pages: what only names a page elsewhere gets all the same. */
    private static final Pattern LISTS =
            Pattern.compile("(?:/engine-rest|/camunda/api/engine/engine/[^/]+)(?:/history)?/[a-z-]+");

    static Kind of(String method, String path, @Nullable String query, long length) {
        String thing = withoutNames(path);
        boolean paged = LISTS.matcher(path).matches() && isPaged(query);
        int lengths = Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, length) / SHORT);
        return new Kind(
                method + (paged ? " a page of " : " ") + thing + " " + lengths,
                lengths == 0 && (paged || thing.contains("*")));
    }

    /** How such a request is treated that usually costs so much. */
    Expected costing(double seconds) {
        return new Expected(seconds, seconds >= (modest ? LONG_FOR_MODEST : LONG));
    }

    private static boolean isPaged(@Nullable String query) {
        Matcher page = PAGE.matcher(query == null ? "" : query);
        return page.find() && Integer.parseInt(page.group(1)) <= LONGEST_PAGE;
    }

    private static String withoutNames(String path) {
        StringBuilder kept = new StringBuilder();
        String before = "";
        for (String word : path.substring(1).split("/", -1)) {
            kept.append('/').append(names(word) || before.equals("key") ? "*" : word);
            before = word;
        }
        return kept.toString();
    }

    private static boolean names(String word) {
        return word.length() > LONGEST_WORD || word.chars().anyMatch(Character::isDigit);
    }
}
