package slipway.rollout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import slipway.change.Rfc;
import slipway.identity.Persons;
import slipway.identity.Roles;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;

/** What may be decided on a paused rollout, and whose word it needs. */
final class PausedRules {
    private static final String FIELD = "decision";
    private static final List<Roles> MANAGERS = List.of(Roles.RELEASE_MANAGER, Roles.CHANGE_MANAGER);
    private static final List<Roles> CHANGE_AND_SERVICE = List.of(Roles.CHANGE_MANAGER, Roles.SERVICE_OWNER);

    private PausedRules() {}

    /** Whose word a decision needs: of one of these roles, or of all of them, each by another person. */
    record Needed(List<Roles> roles, boolean everyOne) {
        /** For people: "release manager and change manager". */
        String words() {
            return roles.stream().map(PausedRules::title).collect(Collectors.joining(everyOne ? " and " : " or "));
        }

        private boolean counts(Set<String> groups) {
            return roles.stream().map(Roles::group).anyMatch(groups::contains);
        }
    }

    static Needed needed(PausedDecision decision, Pause pause) {
        if (!pause.takenBack().isEmpty()) {
            return new Needed(CHANGE_AND_SERVICE, true);
        }
        return switch (decision) {
            case RETRY, RESUME -> new Needed(MANAGERS, false);
            case END_HERE -> new Needed(MANAGERS, true);
            case BACK_OUT_FAILED, BACK_OUT_ALL ->
                pause.pastNoReturn() ? new Needed(CHANGE_AND_SERVICE, true) : new Needed(MANAGERS, false);
        };
    }

    /** Why that decision does not fit what happened, if so. */
    static Optional<Refusal> unfit(PausedDecision decision, Pause pause) {
        return switch (decision) {
            case RETRY ->
                barred(pause)
                        .or(() -> windowPassed(pause))
                        .or(() -> over(pause, "retry"))
                        .or(() -> nothingToRetry(pause))
                        .or(() -> changed(pause));
            case RESUME ->
                barred(pause)
                        .or(() -> windowPassed(pause))
                        .or(() -> failedSites(pause))
                        .or(() -> changed(pause));
            case BACK_OUT_FAILED ->
                pause.failedSites() || pause.halfWaySites()
                        ? Optional.empty()
                        : Optional.of(Refusal.at(
                                FIELD,
                                "nothing-to-back-out",
                                "No site has failed or stands half-way; back out all, or go on."));
            case BACK_OUT_ALL -> Optional.empty();
            // What was taken back may stay until another RFC removes it, after the last wave as before.
            case END_HERE ->
                (pause.takenBack().isEmpty() ? over(pause, "end") : Optional.<Refusal>empty())
                        .or(() -> failedSites(pause))
                        .or(() -> halfWay(pause));
        };
    }

    /** Why the word of somebody of these groups does not count for that decision, if so. */
    static Optional<Refusal> notTheirs(PausedDecision decision, Pause pause, Set<String> groups) {
        Needed needed = needed(decision, pause);
        if (needed.counts(groups)) {
            return Optional.empty();
        }
        String rule = decision.backsOut() && pause.pastNoReturn() ? "past-point-of-no-return" : "not-theirs-to-decide";
        return Optional.of(Refusal.at(
                FIELD, rule, "To " + decision.words() + " needs the word of " + needed.words() + "; ask them."));
    }

    /** Who said so already need not say it again; another person must. */
    static Optional<Refusal> saidAlready(PausedDecision decision, Actor actor, List<Word> words, Persons persons) {
        boolean said =
                words.stream().anyMatch(word -> word.decision() == decision && persons.same(word.actor(), actor));
        return said
                ? Optional.of(Refusal.at(
                        FIELD,
                        "second-role-needed",
                        "You said so already, and nobody counts twice; another person must say the same."))
                : Optional.empty();
    }

    /** Whose words made the decision: all that it needed, or the one that was enough. */
    static List<Word> counted(PausedDecision decision, Pause pause, List<Word> words, Actor last) {
        Needed needed = needed(decision, pause);
        return words.stream()
                .filter(word -> word.decision() == decision)
                .filter(word -> needed.everyOne()
                        ? needed.counts(word.groups())
                        : word.actor().equals(last))
                .toList();
    }

    /** The roles whose word on that decision is still missing; each person counts for one role only. */
    static List<Roles> missing(PausedDecision decision, Pause pause, List<Word> words, Persons persons) {
        Needed needed = needed(decision, pause);
        List<Word> said =
                words.stream().filter(word -> word.decision() == decision).toList();
        if (!needed.everyOne()) {
            return said.stream().anyMatch(word -> needed.counts(word.groups())) ? List.of() : needed.roles();
        }
        return missing(needed.roles(), said, persons);
    }

    /** The fewest roles that stay open, however these people are assigned to them. */
    private static List<Roles> missing(List<Roles> roles, List<Word> said, Persons persons) {
        if (roles.isEmpty()) {
            return List.of();
        }
        Roles role = roles.getFirst();
        List<Roles> rest = roles.subList(1, roles.size());
        List<Roles> fewest = new ArrayList<>(missing(rest, said, persons));
        fewest.addFirst(role);
        for (Word word : said) {
            if (word.groups().contains(role.group())) {
                List<Roles> others = missing(rest, without(said, word.actor(), persons), persons);
                fewest = others.size() < fewest.size() ? others : fewest;
            }
        }
        return fewest;
    }

    private static List<Word> without(List<Word> words, Actor actor, Persons persons) {
        return words.stream().filter(word -> !persons.same(word.actor(), actor)).toList();
    }

    /** A role for people, in the middle of a sentence. */
    static String title(Roles role) {
        return Character.toLowerCase(role.title().charAt(0)) + role.title().substring(1);
    }

    /** The RFCs that a word names where they are asked for. */
    static Set<RfcNumber> removing(PausedDecision decision, Pause pause, Set<RfcNumber> named) {
        return asksForRemoving(decision, pause) ? named : Set.of();
    }

    /** Those of the open RFCs that may remove what was taken back: none of the release itself. */
    static List<Rfc> removers(List<Rfc> open, Set<RfcNumber> ofRelease) {
        return open.stream().filter(rfc -> !ofRelease.contains(rfc.number())).toList();
    }

    private static boolean asksForRemoving(PausedDecision decision, Pause pause) {
        return decision == PausedDecision.END_HERE && !pause.toRemove().isEmpty();
    }

    /**
     * Why the end with what sites have lacks its removing RFCs, if so: what was taken back stays installed until other RFCs
     * remove it, at least one for each of its units, and each named one is such a one; where no site has it, nothing is to
     * be removed.
     */
    static Optional<Refusal> notRemoved(
            PausedDecision decision, Pause pause, Set<RfcNumber> named, List<Rfc> removers, Set<UnitId> units) {
        if (!asksForRemoving(decision, pause)) {
            return Optional.empty();
        }
        List<Rfc> removing =
                removers.stream().filter(rfc -> named.contains(rfc.number())).toList();
        Set<UnitId> removed = removing.stream().map(Rfc::unit).collect(Collectors.toSet());
        return removing.size() == named.size() && removed.equals(units)
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        "removingRfcs",
                        "removing-rfc-missing",
                        "Sites keep what " + names(pause.toRemove()) + " asked for, though it was taken back; name for"
                                + " each of "
                                + names(units.stream()
                                        .sorted(Comparator.comparing(UnitId::value))
                                        .toList())
                                + " an RFC that removes it: requested or approved, and not of this release."));
    }

    private static Optional<Refusal> barred(Pause pause) {
        return pause.inRollout() && !pause.barred().isEmpty()
                ? Optional.of(Refusal.at(
                        FIELD,
                        "revision-not-accepted",
                        "No further site may be switched to " + names(pause.barred())
                                + ". Back out, or end the rollout here."))
                : Optional.empty();
    }

    private static String names(List<?> things) {
        return things.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static Optional<Refusal> windowPassed(Pause pause) {
        return pause.inRollout() && pause.windowPassed()
                ? Optional.of(Refusal.at(
                        FIELD,
                        "window-passed",
                        "The approved window has passed, and going on needs a new one. Back out, or end the rollout"
                                + " here and release again for the sites that are left."))
                : Optional.empty();
    }

    private static Optional<Refusal> changed(Pause pause) {
        return pause.changed().map(refusal -> Refusal.at(FIELD, refusal.rule(), refusal.reason()));
    }

    private static Optional<Refusal> failedSites(Pause pause) {
        return pause.failedSites()
                ? Optional.of(
                        Refusal.at(FIELD, "failed-sites-open", "Failed sites are to be retried or backed out first."))
                : Optional.empty();
    }

    private static Optional<Refusal> halfWay(Pause pause) {
        return pause.halfWaySites()
                ? Optional.of(Refusal.at(
                        FIELD,
                        "sites-half-way",
                        "Sites were stopped between two of their parts, and run what nobody tested together; go on, or"
                                + " back out the failed sites, which returns these too."))
                : Optional.empty();
    }

    private static Optional<Refusal> nothingToRetry(Pause pause) {
        return pause.failedSites()
                ? Optional.empty()
                : Optional.of(Refusal.at(FIELD, "nothing-to-retry", "No site has failed; go on, or back out all."));
    }

    private static Optional<Refusal> over(Pause pause, String verb) {
        return pause.inRollout()
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        FIELD,
                        "rollout-over",
                        "Every wave was over when it was stopped, so there is nothing to " + verb
                                + "; go on, or back out."));
    }
}
