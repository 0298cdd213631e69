package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.release.Parts.CHECK;
import static slipway.release.Parts.FILES;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import slipway.shared.PartId;

/** Whatever people and machines try in whatever order, a release never stands where its parts are not. */
class CommandSequencesTest {
    private static final Set<ReleaseState> BEFORE_ACCEPTANCE = EnumSet.of(
            ReleaseState.SUBMITTED,
            ReleaseState.PLANNED,
            ReleaseState.IN_BUILD,
            ReleaseState.IN_TEST,
            ReleaseState.REJECTED,
            ReleaseState.CANCELLED);
    private static final Set<ReleaseState> FROM_THE_ROLLOUT_ON =
            EnumSet.range(ReleaseState.IN_ROLLOUT, ReleaseState.CLOSED);
    private static final Set<ReleaseState> SEEN = EnumSet.noneOf(ReleaseState.class);

    /** What somebody tries. */
    private sealed interface Command {}

    private record Move(ReleaseState to) implements Command {}

    /** The next state on the way, so that sequences come far. */
    private record Onward() implements Command {}

    private record OfPart(Kind kind, int part, int variant) implements Command {}

    private enum Kind {
        PIN,
        RESOURCE,
        READY,
        REWORK,
        ACCEPT
    }

    @Provide
    Arbitrary<List<Command>> commands() {
        Arbitrary<Command> ofPart = Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(2, Kind.PIN),
                                Tuple.of(2, Kind.RESOURCE),
                                Tuple.of(6, Kind.READY),
                                Tuple.of(1, Kind.REWORK),
                                Tuple.of(6, Kind.ACCEPT)),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 1))
                .as(OfPart::new);
        Arbitrary<Command> move = Arbitraries.of(ReleaseState.class).map(Move::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(6, ofPart), Tuple.of(1, move), Tuple.of(4, Arbitraries.just(new Onward())))
                .list()
                .ofMaxSize(160)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    @Property(tries = 2_000)
    void no_sequence_of_commands_brings_a_release_where_its_parts_are_not(@ForAll("commands") List<Command> commands) {
        SubmittedRelease release = Parts.release(
                ReleaseState.SUBMITTED,
                new ReleasePart.Planned(new PartId(Parts.RELEASE, CHECK), 0, "v1.1.0", ""),
                new ReleasePart.Planned(new PartId(Parts.RELEASE, FILES), 1, "v1.1.0", ""));
        boolean audited = false;
        for (Command command : commands) {
            SubmittedRelease before = release;
            release = after(command, before);
            audited = release.state() == ReleaseState.PRE_AUDITED
                    || (audited && FROM_THE_ROLLOUT_ON.contains(release.state()));
            partsAreThere(release);
            follows(before.state(), release.state());
            if (FROM_THE_ROLLOUT_ON.contains(release.state())) {
                assertThat(audited).as("audited before the rollout").isTrue();
            }
        }
    }

    @AfterContainer
    static void sequences_came_far() {
        assertThat(SEEN).contains(ReleaseState.CLOSED, ReleaseState.PAUSED, ReleaseState.BACKOUT_FAILED);
    }

    private static void partsAreThere(SubmittedRelease release) {
        SEEN.add(release.state());
        if (release.state() == ReleaseState.IN_TEST) {
            assertThat(release.parts()).as("in test").noneMatch(ReleasePart.Planned.class::isInstance);
        }
        if (!BEFORE_ACCEPTANCE.contains(release.state())) {
            assertThat(release.parts()).as(release.state().words()).allMatch(ReleasePart.Accepted.class::isInstance);
        }
        assertThat(release.parts())
                .allMatch(part -> part.revision().isEmpty() || !part.pin().isEmpty());
        assertThat(release.state() == ReleaseState.PAUSED)
                .isEqualTo(release.stoppedIn().isPresent());
    }

    private static void follows(ReleaseState before, ReleaseState now) {
        if (before.ended()) {
            assertThat(now).as("after the end").isEqualTo(before);
        }
        if (FROM_THE_ROLLOUT_ON.contains(before)) {
            assertThat(FROM_THE_ROLLOUT_ON)
                    .as("no way back behind the first activation")
                    .contains(now);
        }
    }

    private static SubmittedRelease after(Command command, SubmittedRelease release) {
        return switch (command) {
            case Move move -> allowed(release, move.to()) ? with(release, move.to(), release.parts()) : release;
            case Onward onward ->
                next(release)
                        .map(state -> with(release, state, release.parts()))
                        .orElse(release);
            case OfPart ofPart -> commanded(release, ofPart);
        };
    }

    private static Optional<ReleaseState> next(SubmittedRelease release) {
        return EnumSet.allOf(ReleaseState.class).stream()
                .filter(to -> to.compareTo(release.state()) > 0 && to != ReleaseState.CANCELLED)
                .filter(to -> allowed(release, to))
                .findFirst();
    }

    private static boolean allowed(SubmittedRelease release, ReleaseState to) {
        return to == ReleaseState.CLOSED
                ? MoveRules.notClosable(release).isEmpty()
                : MoveRules.refused(release, to).isEmpty();
    }

    private static SubmittedRelease commanded(SubmittedRelease release, OfPart command) {
        ReleasePart part = release.parts().get(command.part());
        PartRules.Answer answer = switch (command.kind()) {
            case PIN -> PartRules.pin(release.state(), part, "pin" + command.variant());
            case RESOURCE -> PartRules.resource(release.state(), part, "v1.1.1", "repaired");
            case READY -> PartRules.ready(release.state(), part, Parts.made(part.unit()));
            case REWORK -> PartRules.rework(release.state(), part, "slow");
            case ACCEPT -> PartRules.accepted(release.state(), part);
        };
        return answer instanceof PartRules.Becomes next
                ? with(release, release.state(), replaced(release.parts(), next.part()))
                : release;
    }

    private static List<ReleasePart> replaced(List<ReleasePart> parts, ReleasePart next) {
        List<ReleasePart> all = new ArrayList<>(parts);
        all.set(next.place(), next);
        return all;
    }

    private static SubmittedRelease with(SubmittedRelease release, ReleaseState state, List<ReleasePart> parts) {
        Optional<ReleaseState> stoppedIn = state == release.state()
                ? release.stoppedIn()
                : state == ReleaseState.PAUSED ? Optional.of(release.state()) : Optional.empty();
        return new SubmittedRelease(
                release.number(),
                release.title(),
                release.purpose(),
                release.requester(),
                state,
                release.draftedAt(),
                release.type(),
                release.policy(),
                parts,
                release.rfcs(),
                release.sites(),
                stoppedIn,
                release.outcome());
    }
}
