package slipway.shared;

/** Outcome of a command that yields nothing but its being done, or a refusal; nothing was written when refused. */
public sealed interface Result {

    /** It was done. */
    record Done() implements Result {}

    /** It was not done. */
    record Refused(Refusal refusal) implements Result {}

    static Result done() {
        return new Done();
    }

    static Result refused(String rule, String reason) {
        return new Refused(Refusal.of(rule, reason));
    }

    static Result refusedAt(String field, String rule, String reason) {
        return new Refused(Refusal.at(field, rule, reason));
    }
}
