package slipway.engine.web;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import slipway.shared.Refusal;

/** What an answer that is no success says: a status that fits, and a sentence without anything of our inside. */
record Answer(int status, Problem problem) {
    private static final int CONFLICT = 409;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;
    private static final int FAILED = 500;
    private static final int UNAVAILABLE = 503;

    private static final Refusal CHANGED = Refusal.of(
            "changed-meanwhile",
            "somebody else changed this at the same moment; look at it again and repeat what is still to be done");
    private static final Set<String> RACES = Set.of("OptimisticLockingException", "CrdbTransactionRetryException");
    /** Codes of the database: a transaction that lost against another, a row that is there already. */
    private static final Pattern RACE = Pattern.compile("40.{3}|23505|55P03");
    /** It ended, starts, or has no place for another connection. */
    private static final Pattern AWAY = Pattern.compile("08.{3}|57P0[123]|53300");
    /** Values that no row can hold. */
    private static final Pattern UNSTORABLE = Pattern.compile("22.{3}|23502|23514|54.{3}");

    private static final String WEAK = "Password does not match policy";
    private static final String STOPPED = "57014";
    /** Some of the engine's statements lack a word where certain criteria meet. */
    private static final String NO_STATEMENT = "42601";

    private static final Set<String> NAMELESS = Set.of("NullValueException", "RestException");
    private static final Pattern ABSENT = Pattern.compile(
            "\\bis null\\b|cannot find|no deployed|does not exist|doesn't exist|no .{1,60} found|not found",
            Pattern.CASE_INSENSITIVE);
    /** Some commands of the engine go on with what they did not find. */
    private static final Pattern NOT_LOOKED_AT = Pattern.compile(
            "Cannot invoke \"org\\.camunda\\.bpm\\.engine\\.impl\\.persistence\\.entity\\.[^\"]+\" because"
                    + " \"\\w+\" is null");

    /** Some of what the engine calls a failure is its caller's fault: a kind of grant that does not exist. */
    private static final Pattern OF_THE_CALLER = Pattern.compile("^ENGINE-03025\\b");

    private static final String UNREADABLE = "The request does not fit this address: a value is missing, of the wrong"
            + " kind or too large; compare it with the REST reference of Camunda 7.";

    private static final Answer UNFIT = new Answer(BAD_REQUEST, new Problem("InvalidRequest", UNREADABLE));
    private static final Answer NOT_TO_BE_SEEN = new Answer(
            FORBIDDEN, new Problem("Forbidden", "Your roles may not see this; ask somebody whose role may."));
    private static final Answer LOST_A_RACE = new Answer(CONFLICT, new Problem("ChangedMeanwhile", CHANGED.toString()));
    private static final Answer NOT_TOGETHER = new Answer(
            BAD_REQUEST,
            new Problem(
                    "InvalidRequest",
                    "The engine cannot put these criteria together in one question; ask with fewer of them."));
    private static final Answer TOOK_TOO_LONG = new Answer(
            UNAVAILABLE,
            new Problem("TookTooLong", "This took longer than 30 seconds and was stopped; ask for less at once."));
    private static final Answer AWAY_NOW = new Answer(
            UNAVAILABLE,
            new Problem(
                    "DatabaseAway",
                    "Slipway's database does not answer just now; see in a minute whether this was done, and repeat it"
                            + " if not."));
    /** What a door says before the sentence that matters, of something that people know by another name. */
    private static final Pattern ABOUT_AN_ID = Pattern.compile(
            "^Cannot (?:submit task form|complete task|instantiate process definition|[a-z]+ task) [\\w:.-]+: ");
    /**
     * Classes with their packages, statements, addresses of databases, and files of the machine. What repeats gives
     * nothing back, so that a text of any length is looked through on a short stack.
     */
    private static final List<Pattern> INSIDE = List.of(
            Pattern.compile("\\b(?:class |interface )?(?:[a-z_][a-z0-9_]*\\.(?=[A-Za-z_$])){2,}+[\\w$.]+"),
            Pattern.compile("### |\\bSQL\\b|jdbc:|\\b[A-Z]\\w*Exception\\b|ERROR: |\\b(?i:ACT_[A-Z]{2}_)"),
            Pattern.compile(
                    "(?<![\\w/.])/(?:home|root|tmp|usr|var|opt|etc|srv|mnt|run|proc|sys|dev|work|data)/[\\w./-]+"));

    /**
     * How a request failed: inside, which is while the engine executed a command or at an address of ours, forbidden by
     * the engine, refused by Slipway with that sentence, and with which code of the database; empty = not so.
     */
    record Failure(boolean inside, boolean forbidden, String refusal, String sqlState) {}

    /** What is said instead of what the engine said; {@code number} is where the log says more. */
    static Answer of(int status, Problem said, Failure failure, String number) {
        String type = said.type();
        String message = said.message();
        if (status < FAILED) {
            // What people and sites are called may look like our inside, and is none in a sentence of ours.
            if (!failure.refusal().isEmpty() && message.contains(failure.refusal())) {
                return new Answer(status, new Problem(type, failure.refusal()));
            }
            String sentence = ABOUT_AN_ID.matcher(message).replaceFirst("");
            return new Answer(status, new Problem(type, sentence.isBlank() || tells(sentence) ? UNREADABLE : sentence));
        }
        if (failure.forbidden()) {
            return NOT_TO_BE_SEEN;
        }
        if (RACES.contains(type)) {
            return LOST_A_RACE;
        }
        Answer database = ofDatabase(failure.sqlState());
        if (database != null) {
            return database;
        }
        if ((NAMELESS.contains(type) && ABSENT.matcher(message).find())
                || NOT_LOOKED_AT.matcher(message).matches()) {
            return new Answer(
                    NOT_FOUND,
                    new Problem("NotFound", "There is nothing of that id or key, or it has ended; look it up again."));
        }
        if (message.contains(WEAK)) {
            return new Answer(
                    BAD_REQUEST,
                    new Problem(
                            "WeakPassword",
                            "The password is too weak: it needs ten characters at least, with capitals, small letters,"
                                    + " digits and signs, and nothing of the account, name or mail address in it."));
        }
        if (!failure.inside() || OF_THE_CALLER.matcher(message).find()) {
            return UNFIT;
        }
        return new Answer(
                FAILED,
                new Problem(
                        "Failed", "Slipway failed, and its log says why under " + number + "; tell an administrator."));
    }

    private static @Nullable Answer ofDatabase(String code) {
        if (RACE.matcher(code).matches()) {
            return LOST_A_RACE;
        }
        if (UNSTORABLE.matcher(code).matches()) {
            return UNFIT;
        }
        if (AWAY.matcher(code).matches()) {
            return AWAY_NOW;
        }
        if (code.equals(NO_STATEMENT)) {
            return NOT_TOGETHER;
        }
        return code.equals(STOPPED) ? TOOK_TOO_LONG : null;
    }

    /** Whether a text tells something of our inside. */
    static boolean tells(String text) {
        return INSIDE.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }
}
