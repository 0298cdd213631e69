package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.PausedDecision.BACK_OUT_ALL;
import static slipway.rollout.PausedDecision.BACK_OUT_FAILED;
import static slipway.rollout.PausedDecision.END_HERE;
import static slipway.rollout.PausedDecision.RESUME;
import static slipway.rollout.PausedDecision.RETRY;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.approval.Gate;
import slipway.cmdb.Cmdb;
import slipway.release.ReleaseState;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.testing.LoggedItems;
import slipway.testing.Seeds;

/**
 * Three releases at random on the same sites, with sites that break and people that stop, decide and repair: sites, CMDB,
 * targets and event log never disagree. One again: {@code -Dslipway.releases.seed=7}.
 */
class RandomReleasesTest extends RolloutStory {
    private static final List<PausedDecision> OFTEN =
            List.of(RETRY, RETRY, RESUME, RESUME, BACK_OUT_FAILED, BACK_OUT_FAILED, BACK_OUT_ALL, END_HERE);
    private static final String[] SITES = {"basel", "oslo", "quito"};
    private static final List<UnitId> UNITS = List.of(CHECK, PAYMENTS);
    private static final int STEPS = 150;
    private static final int DRAWN = 11;
    private static final long EXAMPLE = 5;
    private static final Map<TargetState, Integer> SEEN = new EnumMap<>(TargetState.class);

    @Autowired
    private WaveTable waveTable;

    @Autowired
    private JdbcClient sql;

    private static final Set<ReleaseState> BACKED_OUT =
            Set.of(ReleaseState.BACKING_OUT, ReleaseState.BACKOUT_FAILED, ReleaseState.POST_AUDITED);

    private final Map<String, Mending> broken = new HashMap<>();
    private final Map<UnitId, UnitRevision> baselines = new HashMap<>();
    private final List<ReleaseNumber> all = new ArrayList<>();
    private final Map<String, UnitRevision> brought = new HashMap<>();
    private final List<String> story = new ArrayList<>();

    /** The example comes to every end that is looked for below; the others are new in each run. */
    static LongStream seeds() {
        long first = Seeds.of("slipway.releases.seed");
        // Random numbers of neighbouring seeds begin alike.
        return LongStream.concat(
                LongStream.of(EXAMPLE), LongStream.range(0, DRAWN).map(each -> first + each * 1_000_003));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sites_and_cmdb_and_targets_and_log_never_disagree(long seed) {
        Random random = new Random(seed);
        story.add("seed " + seed);
        sites(SITES);
        for (UnitId unit : UNITS) {
            baselines.put(unit, made(unit, "1.0.0"));
            baseline(baselines.get(unit), SITES);
        }
        for (int step = 0; step < STEPS; step++) {
            story.add(step(random));
            everythingAgrees();
            if (step % 10 == 9) {
                logAgrees();
            }
        }
        all.stream()
                .flatMap(release -> targets.of(release).stream())
                .forEach(target -> SEEN.merge(target.state(), 1, Integer::sum));
    }

    @AfterAll
    static void something_happened() {
        assertThat(SEEN)
                .containsKeys(
                        TargetState.VERIFIED,
                        TargetState.FAILED,
                        TargetState.NOT_REACHED,
                        TargetState.RESTORED,
                        TargetState.REPAIRED);
    }

    private String step(Random random) {
        int dice = random.nextInt(14);
        if (dice == 0 && all.size() < 3) {
            return plan(random);
        }
        if (dice == 1) {
            return breakOrMend(random);
        }
        return dice < 6 || all.isEmpty() ? "work: " + workOnce() : act(all.get(random.nextInt(all.size())), random);
    }

    private String plan(Random random) {
        String version = "1." + (all.size() + 1) + ".0";
        List<UnitRevision> revisions = random.nextBoolean()
                ? List.of(made(CHECK, version))
                : List.of(made(CHECK, version), made(PAYMENTS, version));
        ReleaseNumber release = accepted(revisions, SITES);
        all.add(release);
        revisions.forEach(revision -> brought.put(release + "/" + revision.unit(), revision));
        return "plan " + release + " of " + revisions;
    }

    private String breakOrMend(Random random) {
        String site = SITES[random.nextInt(SITES.length)];
        UnitId unit = UNITS.get(random.nextInt(UNITS.size()));
        Mending mending = broken.remove(site + unit);
        if (mending != null) {
            mending.mend();
            return "mend " + site + " " + unit;
        }
        broken.put(site + unit, breakSite(site, unit));
        return "break " + site + " " + unit;
    }

    private String act(ReleaseNumber release, Random random) {
        return release + ": "
                + switch (state(release)) {
                    case ACCEPTED, SCHEDULED, AUTHORISED, PREPARED, PRE_AUDITED -> goLive(release, random);
                    case IN_ROLLOUT -> random.nextInt(12) == 0 ? stop(release) : roll(release);
                    case PAUSED -> decide(release, random);
                    case BACKING_OUT, BACKOUT_FAILED -> repair(release);
                    case DEPLOYED -> random.nextInt(4) == 0 ? stop(release) : "is deployed";
                    default -> "nothing";
                };
    }

    private String goLive(ReleaseNumber release, Random random) {
        String text = random.nextBoolean() ? text("basel", "oslo quito") : text("oslo basel quito");
        Result scheduled = waves.arrange(release, RITA, text);
        if (scheduled instanceof Result.Done) {
            scheduled = waves.schedule(release, Parts.percent(50));
        }
        if (scheduled instanceof Result.Refused no) {
            return "not scheduled " + no.refusal().rule();
        }
        approvals.decide(release, Gate.GO_LIVE, CARL, true, "");
        for (ReleaseState next : List.of(ReleaseState.AUTHORISED, ReleaseState.PREPARED, ReleaseState.PRE_AUDITED)) {
            if (releases.move(release, next) instanceof Result.Refused no) {
                return "no go " + no.refusal().rule();
            }
        }
        return "starts " + rollouts.start(release);
    }

    private String roll(ReleaseNumber release) {
        Optional<Wave> open = waveTable.of(release).stream()
                .filter(wave -> wave.state() != WaveState.OVER)
                .findFirst();
        if (open.isPresent()) {
            Rollouts.Evaluation end = rollouts.evaluate(release, open.get().number());
            return "evaluates " + end
                    + (end instanceof Rollouts.Passed
                            ? " soaked " + rollouts.soaked(release, open.get().number())
                            : "");
        }
        return switch (rollouts.next(release)) {
            case Rollouts.NextWave wave -> {
                Rollouts.WaveStart start = rollouts.startWave(release, wave.number());
                if (start instanceof Rollouts.Held) {
                    done(rollouts.hold(release, wave.number()));
                }
                yield "wave " + wave.number() + " " + start;
            }
            case Rollouts.Undecided undecided -> "undecided";
            case Rollouts.NoMoreWaves none -> "finishes " + rollouts.finish(release);
        };
    }

    private String stop(ReleaseNumber release) {
        return "stop " + stops.stop(release, new Actor("ines"), "by chance");
    }

    private String decide(ReleaseNumber release, Random random) {
        PausedDecision decision = OFTEN.get(random.nextInt(OFTEN.size()));
        paused.decide(release, RITA, decision, "by chance", Set.of());
        paused.decide(release, CARL, decision, "by chance", Set.of());
        return decision + " " + carryOut(release);
    }

    private String carryOut(ReleaseNumber release) {
        if (paused.resume(release) instanceof Result.Done) {
            return "resumed";
        }
        if (paused.endHere(release) instanceof Result.Done) {
            return "ended";
        }
        return backOuts.order(release) + " " + backOuts.finish(release);
    }

    private String repair(ReleaseNumber release) {
        return "repair " + backOuts.repaired(release, new Actor("dana"), "by chance") + " " + backOuts.finish(release);
    }

    private void everythingAgrees() {
        List<Target> parts =
                all.stream().flatMap(release -> targets.of(release).stream()).toList();
        for (UnitId unit : UNITS) {
            Map<UnitRevision, Set<SiteId>> live = cmdb.live(unit);
            for (Cmdb.Item item : cmdb.of(unit)) {
                List<Target> here = parts.stream()
                        .filter(target -> target.where().equals(new PlaceOfUnit(item.site(), unit)))
                        .toList();
                if (!broken.containsKey(item.site() + "" + unit)
                        && here.stream().noneMatch(RandomReleasesTest::underWay)) {
                    agrees(item, here);
                    assertThat(live.values().stream().filter(sites -> sites.contains(item.site())))
                            .as("live once: " + item + told())
                            .hasSize(1);
                }
            }
        }
        all.forEach(this::everySiteIsCountedOnce);
    }

    private void logAgrees() {
        assertThat(LoggedItems.disagreements(sql, List.of(CHECK.value(), PAYMENTS.value())))
                .as("log and CMDB" + told())
                .isEmpty();
        all.forEach(this::logAgrees);
    }

    private void logAgrees(ReleaseNumber release) {
        Map<PlaceOfUnit, TargetState> logged = LoggedTargets.of(events.of(release));
        for (Target target : targets.of(release)) {
            Optional<TargetState> said = Optional.ofNullable(logged.get(target.where()));
            String place = "the log on " + target + told();
            switch (target.state()) {
                // Nothing was done yet, or a failed attempt is to be followed by the next one.
                case PLANNED, PREPARED, NOT_REACHED ->
                    assertThat(said.filter(state -> state != TargetState.FAILED))
                            .as(place)
                            .isEmpty();
                // Returns are ordered for many sites at once.
                case BACKING_OUT -> assertThat(said).as(place).isPresent();
                default -> assertThat(said).as(place).contains(target.state());
            }
        }
    }

    private void everySiteIsCountedOnce(ReleaseNumber release) {
        if (!targets.arranged(release).isEmpty()) {
            RolloutFigures figures = targets.figures(release);
            assertThat(figures.planned()).as("planned" + told()).isEqualTo(SITES.length);
            assertThat(targets.sites(release).stream()
                            .map(SiteStand::state)
                            .filter(RandomReleasesTest::open)
                            .count())
                    .as(figures + " of " + release + told())
                    .isEqualTo(figures.open());
        }
        for (Wave wave : waveTable.of(release)) {
            int ended = wave.decided() + wave.verified() + wave.failed() + wave.notReached();
            assertThat(ended).as(wave + " of " + release + told()).isLessThanOrEqualTo(wave.planned());
            if (wave.state() == WaveState.SETTLED) {
                assertThat(ended).as(wave + " of " + release + told()).isEqualTo(wave.planned());
            }
        }
    }

    private void agrees(Cmdb.Item item, List<Target> here) {
        UnitRevision expected = here.stream()
                .filter(target -> target.state() == TargetState.VERIFIED
                        && target.leftAlone().isEmpty())
                .max(Comparator.comparingLong(RandomReleasesTest::order))
                .map(top -> brought.get(top.release() + "/" + item.unit()))
                .orElseGet(() -> whereNothingStands(item, here));
        String place = item + told();
        assertThat(item.verified()).as("verified: " + place).isNotNull().isEqualTo(expected);
        assertThat(item.authorised()).as("authorised: " + place).isEqualTo(expected);
        assertThat(item.observed()).as("observed: " + place).isEqualTo(Content.of(expected));
        assertThat(running(item.site().value(), item.unit()))
                .as("running: " + place)
                .isEqualTo(Objects.requireNonNull(expected).digest());
    }

    /**
     * What it ran before all of them, since nothing returns to what was backed out; unless a release that was not left it
     * there, when whether another returned to that depends on when.
     */
    private @Nullable UnitRevision whereNothingStands(Cmdb.Item item, List<Target> here) {
        boolean left = here.stream()
                .anyMatch(target ->
                        target.state() == TargetState.VERIFIED && !BACKED_OUT.contains(state(target.release())));
        return left ? item.verified() : baselines.get(item.unit());
    }

    private static boolean open(TargetState state) {
        return state.pending() || state == TargetState.BACKING_OUT;
    }

    private static boolean underWay(Target target) {
        return switch (target.state()) {
            case DISTRIBUTED, ACTIVATED, BACKING_OUT, BACKOUT_FAILED -> true;
            case FAILED -> target.activated();
            default -> false;
        };
    }

    private static long order(Target target) {
        Long order = target.activatedOrder();
        return order == null ? 0 : order;
    }

    private String told() {
        return "\n  " + String.join("\n  ", story);
    }
}
