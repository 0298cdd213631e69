package slipway.testing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import slipway.planning.Objective;
import slipway.review.Reviews.Said;
import slipway.review.Reviews.Verdict;

/** Objectives of plans, and what is said of them, as tests write them. */
public final class Goals {
    public static final Said MET = new Said(Verdict.MET, Optional.empty());
    public static final Said MISSED = new Said(Verdict.MISSED, Optional.empty());

    private Goals() {}

    /** Without any of these the release failed. */
    public static List<Objective> critical(String... words) {
        return Stream.of(words)
                .map(each -> new Objective(each, true, Optional.empty()))
                .toList();
    }

    /** Without this one it has issues; nobody said when it is measured. */
    public static Objective other(String words) {
        return new Objective(words, false, Optional.empty());
    }

    /** It cannot be told before that date. */
    public static Said later(Instant on) {
        return new Said(Verdict.LATER, Optional.of(on));
    }
}
