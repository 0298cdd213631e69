package slipway.rollout;

import java.util.List;
import java.util.Optional;
import slipway.event.Event;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** What happens in a rollout and at its sites. */
public sealed interface RolloutEvent extends Event {

    /** About one part at one site. */
    sealed interface AtSite extends RolloutEvent {
        SiteId site();

        UnitId unit();

        @Override
        default String subject() {
            return site() + "/" + unit();
        }
    }

    /** What the process does because people decided it on a paused rollout. */
    sealed interface Decided extends RolloutEvent {
        List<Actor> by();
    }

    /** Sites were put into waves, one line a wave; those of before are gone. */
    record WavesArranged(List<String> waves) implements RolloutEvent {
        @Override
        public String words() {
            return "Waves arranged: " + String.join("; ", waves) + ".";
        }
    }

    /** The waves fit plan, policy and predecessors; {@code stops} says when they stop, in sentences. */
    record RolloutScheduled(int waves, int sites, String stops) implements RolloutEvent {
        @Override
        public String words() {
            return RolloutWords.counted(sites) + " scheduled in " + waves + (waves == 1 ? " wave" : " waves") + ". "
                    + stops;
        }
    }

    /** The release was ended before it touched a site. */
    record WavesGivenUp(String reason) implements RolloutEvent {
        @Override
        public String words() {
            return "Cancelled before any site was touched: " + reason;
        }
    }

    /** The release is planned again from the start instead of being scheduled. */
    record WavesSentBack(String reason, boolean scheduledBefore) implements RolloutEvent {
        @Override
        public String words() {
            return "Planned again instead of scheduled: " + reason;
        }
    }

    /** Cleared to go live. */
    record RolloutStarted() implements RolloutEvent {
        @Override
        public String words() {
            return "Rollout started.";
        }
    }

    /** Not cleared to go live; no site was touched. */
    record RolloutNotCleared(List<String> reasons) implements RolloutEvent {
        @Override
        public String words() {
            return "Rollout not cleared: " + String.join(" ", reasons);
        }
    }

    /** Its sites are being installed; {@code sites} are those with something to do. */
    record WaveStarted(int wave, int sites) implements RolloutEvent {
        @Override
        public String words() {
            return "Wave " + wave + " started at " + RolloutWords.counted(sites) + ".";
        }
    }

    /** No further site of the wave begins. */
    record WaveStopped(int wave, String why) implements RolloutEvent {
        @Override
        public String words() {
            return "Wave " + wave + " stopped: " + why;
        }
    }

    /** The files lie at the site, verified there. */
    record SiteDistributed(SiteId site, UnitId unit, int wave, int attempt) implements AtSite {
        @Override
        public String words() {
            return unit + " distributed to " + site + ".";
        }
    }

    /** The site was switched. */
    record SiteActivated(SiteId site, UnitId unit, int wave, int attempt) implements AtSite {
        @Override
        public String words() {
            return unit + " activated at " + site + ".";
        }
    }

    /** The first site of the release was switched. */
    record FirstActivation(SiteId site, UnitId unit, int wave) implements AtSite {
        @Override
        public String words() {
            return "First activation of the release: " + unit + " at " + site + ".";
        }
    }

    /** Read back and found equal to the library. */
    record SiteVerified(SiteId site, UnitId unit, int wave, int attempt, UnitRevision revision) implements AtSite {
        @Override
        public String words() {
            return site + " runs " + revision + ", verified.";
        }
    }

    /** The attempt failed. */
    record SiteFailed(SiteId site, UnitId unit, int wave, int attempt, boolean activated, String reason)
            implements AtSite {
        @Override
        public String words() {
            return unit + " failed at " + site + (activated ? " after its activation" : "") + ", attempt " + attempt
                    + ": " + reason;
        }
    }

    /** The revision ran there already. */
    record SiteHadNothingToDo(SiteId site, UnitId unit, int wave, UnitRevision revision) implements AtSite {
        @Override
        public String words() {
            return site + " ran " + revision + " already.";
        }
    }

    /** Nothing further begins at these sites. */
    record SitesNotReached(List<SiteId> sites, String why) implements RolloutEvent {
        @Override
        public String words() {
            return "Not reached: " + RolloutWords.names(sites) + ". " + why;
        }
    }

    /** Within its threshold. */
    record WavePassed(int wave, int planned, int verified, int failed) implements RolloutEvent {
        @Override
        public String words() {
            return "Wave " + wave + " passed: " + verified + " of " + planned + " sites verified, " + failed
                    + " failed.";
        }
    }

    /** Watched long enough; others may have its sites. */
    record WaveSoaked(int wave) implements RolloutEvent {
        @Override
        public String words() {
            return "Wave " + wave + " soaked.";
        }
    }

    /** Stopped in that state: by somebody's word, or as the {@code consequence} of what was told by itself. */
    record RolloutStopped(String in, String why, boolean consequence) implements RolloutEvent {
        @Override
        public String words() {
            return "Stopped while " + in + ": " + why;
        }
    }

    /** It stands until people decide; {@code raised} = only because of what somebody raised, which was told by itself. */
    record RolloutPaused(Optional<Integer> wave, String why, boolean raised) implements RolloutEvent {
        @Override
        public String words() {
            return "Paused" + wave.map(number -> " in wave " + number).orElse("") + ": " + why;
        }
    }

    /** One of the people whose word is needed said so; the others have not yet. */
    record PausedDecisionProposed(PausedDecision decision, String reason, List<String> missing)
            implements RolloutEvent {
        @Override
        public String words() {
            return "Proposed to " + decision.words() + " (" + reason + "); " + String.join(" and ", missing)
                    + " must say so too.";
        }
    }

    /** Everybody whose word is needed said so; {@code removedBy} = the RFCs that remove what was taken back. */
    record PausedRolloutDecided(PausedDecision decision, String reason, List<Actor> by, List<RfcNumber> removedBy)
            implements RolloutEvent {
        @Override
        public String words() {
            return "Decided to " + decision.words() + " by " + RolloutWords.names(by) + ": "
                    + RolloutWords.sentence(reason)
                    + (removedBy.isEmpty()
                            ? ""
                            : " What was taken back is removed by " + RolloutWords.names(removedBy) + ".");
        }
    }

    /** It goes on. */
    record RolloutResumed(PausedDecision decision, List<Actor> by, String why) implements Decided {
        @Override
        public String words() {
            return "Resumed, to " + decision.words() + ": " + why;
        }
    }

    /** These sites return, the last activated one first; {@code staying} are left alone on what was to be taken back. */
    record BackOutOrdered(
            PausedDecision decision, List<SiteId> sites, List<SiteId> staying, String reason, List<Actor> by)
            implements Decided {
        @Override
        public String words() {
            return "Ordered to " + decision.words() + ": "
                    + (sites.isEmpty() ? "no site is to be returned." : RolloutWords.names(sites) + ".")
                    + RolloutWords.stay(staying) + " The reason: " + RolloutWords.sentence(reason);
        }
    }

    /** Read back and found equal: returned, or where it was never {@code switched} as it was all the time. */
    record SiteRestored(SiteId site, UnitId unit, Content to, boolean switched) implements AtSite {
        @Override
        public String words() {
            return switched
                    ? unit + " at " + site + " returned: " + to + "."
                    : unit + " was never switched at " + site + " and is as before: " + to + ".";
        }
    }

    /** It could not be returned; the ones after it wait. */
    record SiteBackOutFailed(SiteId site, UnitId unit, String reason) implements AtSite {
        @Override
        public String words() {
            return unit + " at " + site + " could not be returned: " + reason;
        }
    }

    /** A person told what lies there, of work by hand that had been taken back meanwhile. */
    record SiteReportedLate(SiteId site, UnitId unit, String said) implements AtSite {
        @Override
        public String words() {
            return unit + " at " + site + " reported after its work was taken back: " + said + ".";
        }
    }

    /** Somebody says that it is repaired; not verified yet. */
    record SiteRepairReported(SiteId site, UnitId unit, String remark) implements AtSite {
        @Override
        public String words() {
            return "Repair of " + unit + " at " + site + " reported: " + remark;
        }
    }

    /** Repaired by hand, read back and found equal. */
    record SiteRepaired(SiteId site, UnitId unit, Content to) implements AtSite {
        @Override
        public String words() {
            return unit + " at " + site + " repaired: " + to + ".";
        }
    }

    /** It was not returned, since that would harm or cannot be. */
    record SiteLeftAlone(SiteId site, UnitId unit, String why) implements AtSite {
        @Override
        public String words() {
            return unit + " at " + site + " left alone: " + why;
        }
    }

    /** Every site of it is returned, repaired or left alone, {@code staying} on what was to be taken back. */
    record BackOutFinished(PausedDecision decision, List<SiteId> staying) implements RolloutEvent {
        @Override
        public String words() {
            return "Over: " + decision.words() + "." + RolloutWords.stay(staying);
        }
    }

    /** The last wave is over. */
    record RolloutFinished() implements RolloutEvent {
        @Override
        public String words() {
            return "Rollout finished.";
        }
    }

    /** It ends with the sites that it has reached. */
    record RolloutEndedEarly(String reason, List<SiteId> notReached, List<Actor> by) implements Decided {
        @Override
        public String words() {
            return "Rollout ended early: " + RolloutWords.sentence(reason)
                    + (notReached.isEmpty() ? "" : " Never reached: " + RolloutWords.names(notReached) + ".");
        }
    }
}
