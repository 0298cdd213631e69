package slipway.scenario;

import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;
import slipway.site.Order;

/** A release in the hands of people who do anything that its tasks and start forms offer, at random. */
final class Walk {
    private static final String WAVES = "1: zurich\n2: new-york, singapore-dr";
    private static final Set<ReleaseState> LIVE = Set.of(
            ReleaseState.IN_ROLLOUT,
            ReleaseState.DEPLOYED,
            ReleaseState.POST_AUDITED,
            ReleaseState.EARLY_LIFE,
            ReleaseState.REVIEWED);

    private final Random random;
    private final Bank bank;
    private final Story story;
    private final Releases releases;
    private final Breakage breakage;
    private final String tag;
    private final List<String> rfcs = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private boolean broken;

    /** What one person may do now. */
    private record Deed(String person, String task, Map<String, Object> entries) {}

    Walk(long seed, Bank bank, Releases releases, Breakage breakage) throws IOException {
        this.random = new Random(seed);
        this.bank = bank;
        this.releases = releases;
        this.breakage = breakage;
        this.story = bank.release("mara", "Walked at random with seed " + seed);
        this.tag = bank.tag(Map.of());
        for (int each = 0; each < 2; each++) {
            rfcs.add(bank.approvedRfc("RFC " + each + " of seed " + seed));
        }
    }

    ReleaseNumber number() {
        return story.number();
    }

    ReleaseState state() {
        return releases.get(number()).state();
    }

    /** The steps so far, one a line, for whoever has to find out what happened. */
    String told() {
        return String.join("\n", told) + "\nis " + state() + ", waiting "
                + story.stage().waiting(number().value());
    }

    /** One thing happens: a task, a timer, or an interruption. True when it was accepted. */
    boolean step() throws IOException {
        Set<String> waiting = story.stage().waiting(number().value());
        if (random.nextInt(6) == 0) {
            return interrupts();
        }
        if (waiting.isEmpty()) {
            told.add("time passes");
            if (random.nextInt(4) == 0) {
                breaks();
            }
            story.reachesNextTimer();
            return true;
        }
        String task = waiting.stream()
                .skip(random.nextInt(waiting.size()))
                .findFirst()
                .orElseThrow();
        return does(deed(task));
    }

    private boolean does(Deed deed) {
        try {
            told.add(deed.person() + " " + deed.task() + " " + deed.entries());
            if (deed.task().equals("ConfirmReadiness")) {
                story.confirmsReadiness(deed.person());
            } else {
                story.does(deed.person(), deed.task(), deed.entries());
            }
            return true;
        } catch (RuntimeException e) {
            refused(e);
            story.stage().givesBack(number().value(), deed.task());
            return false;
        }
    }

    /** A refusal names its rule; anything else is a fault. */
    private void refused(RuntimeException e) {
        if (!String.valueOf(e.getMessage()).matches("(?s)[a-z]+(-[a-z]+)+( \\(field '\\w+'\\))?: .*")) {
            throw e;
        }
        told.add("  refused: " + e.getMessage());
    }

    private void breaks() {
        if (!broken && state() == ReleaseState.IN_ROLLOUT) {
            broken = true;
            told.add("the next site breaks");
            story.stage().interceptNext(Order.Kind.INSTALL, breakage::breakSite);
        }
    }

    private boolean interrupts() {
        ReleaseState now = state();
        String release = number().value();
        Map<String, Object> why = Map.of("release", release, "reason", "By chance");
        List<Deed> all = new ArrayList<>(List.of(
                new Deed("zoe", "StopRollout", why),
                new Deed("igor", "ReportSeriousIncident", Map.of("release", release, "incident", "INC-1", "what", "x")),
                new Deed("rita", "RescheduleRelease", Map.of("release", release, "reason", "x", "to", "SCHEDULED")),
                new Deed("rita", "RescheduleRelease", Map.of("release", release, "reason", "x", "to", "SUBMITTED"))));
        if (rfcs.size() > 1) {
            all.add(new Deed(
                    "carl", "WithdrawRfc", Map.of("rfc", rfcs.getLast(), "status", "REJECTED", "reason", "x")));
        }
        if (releases.get(number()) instanceof SubmittedRelease submitted) {
            submitted.part(Bank.UNIT).revision().ifPresent(revision -> all.add(recall(revision)));
        }
        if (told.size() > 25 && !LIVE.contains(now)) {
            all.add(new Deed("carl", "CancelRelease", why));
        }
        Deed deed = all.get(random.nextInt(all.size()));
        told.add(deed.person() + " raises " + deed.task() + " " + deed.entries());
        try {
            story.raises(deed.person(), deed.task(), deed.entries());
            if (deed.task().equals("WithdrawRfc")) {
                rfcs.removeLast();
            }
            return true;
        } catch (RuntimeException e) {
            refused(e);
            return false;
        }
    }

    private static Deed recall(UnitRevision revision) {
        return new Deed(
                "sofia",
                "RecallRevision",
                Map.of("unit", revision.unit().value(), "version", revision.version(), "reason", "x"));
    }

    private Deed deed(String task) throws IOException {
        return switch (task) {
            case "ConfirmScope" -> scope();
            case "DraftPlan" -> plan();
            case "ApproveBaseline" ->
                new Deed("carl", task, either(7, Map.of("decision", "APPROVE"), no("decision", "RETURN")));
            case "AttestScan" -> scan();
            case "RepairBuild" ->
                new Deed("ben", task, Map.of("tag", bank.tag(Map.of()), "cause", "PRODUCT", "remark", "Mended"));
            case "JudgeTests" -> new Deed("tom", task, either(7, no("decision", "PASS"), no("decision", "FAIL")));
            case "AcceptForBusiness" ->
                new Deed(
                        "olga",
                        task,
                        either(
                                7,
                                Map.of("decision", "ACCEPT", "opinion", "Good"),
                                Map.of("decision", "REFUSE", "opinion", "Bad")));
            case "ArrangeWaves" ->
                new Deed(
                        "rita",
                        task,
                        either(
                                8,
                                Map.of("decision", "ARRANGE", "waves", WAVES),
                                Map.of("decision", "REPLAN", "waves", WAVES, "reason", "Another window")));
            case "GiveGoNoGo" -> new Deed("carl", task, either(8, no("decision", "GO"), no("decision", "REPLAN")));
            case "ConfirmReadiness" -> new Deed(coordinator(), task, Map.of());
            case "SignAudit" -> new Deed("anna", task, either(8, Map.of("decision", "SIGN"), remedy()));
            case "RemediateFindings" -> new Deed("dana", task, Map.of("remark", "Looked at it"));
            case "DecideOnPausedRollout" -> decision();
            case "RepairSite" -> repair();
            case "ScoreObjectives" ->
                new Deed("olga", task, either(8, Map.of("score1", "MET"), Map.of("score1", "MISSED")));
            case "RecordLessons" -> new Deed("rita", task, Map.of("lessons", "Many"));
            case "ReviewRelease" -> new Deed("carl", task, Map.of("conclusion", "So be it"));
            case "ClearClosing" -> new Deed("rita", task, Map.of("remark", "Cleared"));
            default -> throw new AssertionError("nobody knows what to do at " + task);
        };
    }

    private Deed scope() {
        List<String> parts = List.of(Bank.UNIT + "=" + source());
        return new Deed("rita", "ConfirmScope", Map.of("decision", "SUBMIT", "rfcs", rfcs, "parts", parts));
    }

    /** What the part is made of now, or the tag that was made for it. */
    private String source() {
        return releases.get(number()) instanceof SubmittedRelease submitted
                ? submitted.part(Bank.UNIT).source()
                : tag;
    }

    private Deed plan() {
        var start = Stage.now().truncatedTo(ChronoUnit.MINUTES);
        return new Deed(
                "rita",
                "DraftPlan",
                Map.of(
                        "objective1",
                        "It works",
                        "critical1",
                        true,
                        "start",
                        start.toString(),
                        "end",
                        start.plus(Duration.ofHours(4)).toString(),
                        "backoutMinutes",
                        5,
                        "pointOfNoReturn",
                        "NONE"));
    }

    private Deed scan() {
        Map<String, Object> clean = Map.of("verdict", "CLEAN", "scanner", "clamscan 1.4", "sameDigests", true);
        Map<String, Object> infected =
                Map.of("verdict", "INFECTED", "scanner", "clamscan 1.4", "sameDigests", true, "remark", "Eicar");
        return new Deed("sofia", "AttestScan", either(8, clean, infected));
    }

    private Deed decision() {
        String decision = one("RETRY", "RESUME", "RESUME", "BACK_OUT_FAILED", "BACK_OUT_ALL", "END_HERE");
        // Whoever said so already need not say it again; everybody comes in turn.
        return new Deed(
                one("rita", "carl", "olga"),
                "DecideOnPausedRollout",
                Map.of("decision", decision, "reason", "By chance", "removingRfcs", rfcs.subList(0, 1)));
    }

    private Deed repair() throws IOException {
        if (broken && breakage.isBroken()) {
            breakage.repair();
        }
        return new Deed("dana", "RepairSite", Map.of("remark", "Put right"));
    }

    private String coordinator() {
        return Stream.of("nils", "zoe")
                .filter(person -> story.stage().isOffered(number().value(), "ConfirmReadiness", person))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no coordinator is asked"));
    }

    private static Map<String, Object> no(String field, String value) {
        return Map.of(field, value, "reason", "By chance");
    }

    private static Map<String, Object> remedy() {
        return Map.of("decision", "REMEDIATE", "remarks", "Look again");
    }

    private <T> T either(int often, T one, T other) {
        return random.nextInt(often) > 0 ? one : other;
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
