package slipway.build;

import java.util.List;
import java.util.Optional;
import slipway.build.Authors.Answer;
import slipway.build.Authors.Author;
import slipway.shared.Refusal;

/** When an answer for authors says too little or too much. */
final class AnswerRules {
    private AnswerRules() {}

    static boolean isEmpty(Answer answer) {
        return answer.outside().isEmpty()
                && answer.domains().isEmpty()
                && answer.theirs().isEmpty();
    }

    /** {@code open} are those that nobody answered for yet; once the directory knows them all nothing need be said. */
    static Optional<Refusal> unfit(Answer answer, List<Author> open) {
        boolean outside = !answer.outside().isEmpty() || !answer.domains().isEmpty();
        if (isEmpty(answer) && !open.isEmpty() && answer.colleague().isEmpty()) {
            return refused(
                    "outside",
                    "answer-missing",
                    "say of at least one author who it is, or have an administrator give an account the address");
        }
        if (answer.theirs().isEmpty() && answer.colleague().isPresent()) {
            return refused("theirs", "address-missing", "choose which addresses are those of this colleague");
        }
        if (!answer.theirs().isEmpty() && answer.colleague().isEmpty()) {
            return refused(
                    "account", "account-missing", "enter the account of the colleague whose addresses these are");
        }
        if (answer.theirs().stream().anyMatch(answer.outside()::contains)) {
            return refused("theirs", "address-twice", "an address is a colleague's or of somebody outside, not both");
        }
        if (outside && answer.remark().isBlank()) {
            return refused("remark", "remark-missing", "say who these people from outside are and how you know");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refused(String field, String rule, String sentence) {
        return Optional.of(Refusal.at(field, rule, sentence));
    }
}
