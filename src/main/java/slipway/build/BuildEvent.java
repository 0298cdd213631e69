package slipway.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import slipway.event.Event;
import slipway.shared.Digest;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** What happened while parts were made ready. */
public sealed interface BuildEvent extends Event {
    UnitId unit();

    @Override
    default String subject() {
        return unit().value();
    }

    /** One commit is to be built. */
    record BuildOrdered(String build, UnitId unit, String tag, String commit) implements BuildEvent {
        @Override
        public String words() {
            return "Build " + build + " of " + unit + " was ordered from tag " + tag + " at commit " + brief(commit)
                    + ".";
        }
    }

    /** It made artefacts; the addresses are of authors whom nobody here knows. */
    record BuildPassed(String build, UnitRevision revision, List<String> unknownAuthors) implements BuildEvent {
        @Override
        public UnitId unit() {
            return revision.unit();
        }

        @Override
        public String words() {
            return "Build " + build + " passed and made " + revision + "."
                    + (unknownAuthors.isEmpty()
                            ? ""
                            : " Nobody here is known by these addresses of its authors: "
                                    + String.join(", ", unknownAuthors) + ".");
        }
    }

    /** A person said who some of its authors are: addresses of that account, and people and domains from outside. */
    record AuthorsAnswered(
            String build,
            UnitId unit,
            List<String> theirs,
            String account,
            List<String> outside,
            List<String> domains,
            String remark)
            implements BuildEvent {
        @Override
        public String words() {
            List<String> said = new ArrayList<>();
            if (!theirs.isEmpty()) {
                said.add(Named.inWords(theirs) + ": the account '" + account + "'");
            }
            if (!outside.isEmpty()) {
                said.add(Named.inWords(outside) + ": from outside");
            }
            if (!domains.isEmpty()) {
                said.add("everybody of " + Named.inWords(domains) + ": from outside");
            }
            return ended("Authors of build " + build + " were answered for. " + String.join("; ", said)
                    + (remark.isEmpty() ? "" : ". " + remark));
        }
    }

    /** It made nothing that can be used. */
    record BuildFailed(String build, UnitId unit, String problem) implements BuildEvent {
        @Override
        public String words() {
            return "Build " + build + " of " + unit + " failed: " + ended(problem);
        }
    }

    /** The build engineer said what was wrong and what to build next. */
    record BuildRepaired(String build, UnitId unit, String tag, Builds.Cause cause, String remark)
            implements BuildEvent {
        @Override
        public String words() {
            return "Build " + build + " of " + unit + " was repaired ("
                    + cause.name().toLowerCase(Locale.ROOT) + "); tag " + tag + " is built next: " + remark;
        }
    }

    /** A vendor's files are to be taken over. */
    record DeliveryOrdered(String delivery, UnitId unit, String source, Digest pin) implements BuildEvent {
        @Override
        public String words() {
            return "Delivery " + source + " of " + unit + " was to be taken over as " + pin.brief() + ".";
        }
    }

    /** It is complete, unaltered and vouched for. */
    record DeliverySound(String delivery, UnitRevision revision, String vouchedBy) implements BuildEvent {
        @Override
        public UnitId unit() {
            return revision.unit();
        }

        @Override
        public String words() {
            return "The delivery of " + revision + " is sound, vouched for by " + vouchedBy + ".";
        }
    }

    /** Something of it does not fit. */
    record DeliveryUnsound(String delivery, UnitId unit, String source, String problem) implements BuildEvent {
        @Override
        public String words() {
            return "Delivery " + source + " of " + unit + " is unsound: " + ended(problem);
        }
    }

    /** Somebody said which delivery to take instead. */
    record DeliveryAnswered(String delivery, UnitId unit, String source, String remark) implements BuildEvent {
        @Override
        public String words() {
            return "The build engineer answered for the delivery of " + unit + "; " + source + " is taken next: "
                    + remark;
        }
    }

    /** The library did not take what was made. */
    record ProposalRefused(UnitRevision revision, String reason) implements BuildEvent {
        @Override
        public UnitId unit() {
            return revision.unit();
        }

        @Override
        public String words() {
            return "The library did not take " + revision + ": " + ended(reason);
        }
    }

    /** The scan found something, so the part goes no further with this revision. */
    record ScanHeld(UnitRevision revision, String scanner, String remark) implements BuildEvent {
        @Override
        public UnitId unit() {
            return revision.unit();
        }

        @Override
        public String words() {
            return "The scan by " + scanner + " found something in " + revision + ", which is in quarantine"
                    + (remark.isEmpty() ? "." : ": " + remark);
        }
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private static String brief(String commit) {
        return commit.substring(0, Math.min(12, commit.length()));
    }
}
