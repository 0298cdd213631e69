package slipway.build;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Orders names as people count: 2026.9 comes before 2026.10. */
final class NaturalOrder implements Comparator<String>, Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern PIECE = Pattern.compile("\\d+|\\D+");

    @Override
    public int compare(String one, String other) {
        List<String> left = pieces(one);
        List<String> right = pieces(other);
        for (int place = 0; place < Math.min(left.size(), right.size()); place++) {
            int order = piece(left.get(place), right.get(place));
            if (order != 0) {
                return order;
            }
        }
        int longer = Integer.compare(left.size(), right.size());
        return longer != 0 ? longer : one.compareTo(other);
    }

    private static List<String> pieces(String name) {
        return PIECE.matcher(name).results().map(MatchResult::group).toList();
    }

    private static int piece(String one, String other) {
        boolean numbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
        return numbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
    }
}
