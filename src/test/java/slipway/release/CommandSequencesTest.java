package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.release.Parts.CHECK;
import static slipway.release.Parts.FILES;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
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

    private final Set<ReleaseState> seen = EnumSet.noneOf(ReleaseState.class);

    @Test
    void no_sequence_of_commands_brings_a_release_where_its_parts_are_not() {
        Random random = new Random(2026);
        for (int run = 0; run < 3_000; run++) {
            SubmittedRelease release = Parts.release(
                    ReleaseState.SUBMITTED,
                    new ReleasePart.Planned(new PartId(Parts.RELEASE, CHECK), 0, "v1.1.0", ""),
                    new ReleasePart.Planned(new PartId(Parts.RELEASE, FILES), 1, "v1.1.0", ""));
            for (int step = 0; step < 120 && !release.state().ended(); step++) {
                release = random.nextInt(3) == 0 ? moved(release, random) : commanded(release, random);
                holds(release);
            }
        }
        assertThat(seen).contains(ReleaseState.CLOSED, ReleaseState.PAUSED, ReleaseState.BACKOUT_FAILED);
    }

    private void holds(SubmittedRelease release) {
        seen.add(release.state());
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

    /** Any allowed move; most often the next one on the way, seldom an end before the first activation. */
    private static SubmittedRelease moved(SubmittedRelease release, Random random) {
        List<ReleaseState> allowed = EnumSet.allOf(ReleaseState.class).stream()
                .filter(to -> allowed(release, to))
                .filter(to -> to != ReleaseState.CANCELLED || random.nextInt(20) == 0)
                .toList();
        Optional<ReleaseState> onward =
                allowed.stream().filter(to -> to.compareTo(release.state()) > 0).findFirst();
        if (allowed.isEmpty()) {
            return release;
        }
        ReleaseState any = allowed.get(random.nextInt(allowed.size()));
        return with(release, random.nextInt(4) > 0 ? onward.orElse(any) : any, release.parts());
    }

    private static boolean allowed(SubmittedRelease release, ReleaseState to) {
        return to == ReleaseState.CLOSED
                ? MoveRules.notClosable(release).isEmpty()
                : MoveRules.refused(release, to).isEmpty();
    }

    private static SubmittedRelease commanded(SubmittedRelease release, Random random) {
        ReleasePart part = release.parts().get(random.nextInt(2));
        PartRules.Answer answer = switch (random.nextInt(5)) {
            case 0 -> PartRules.pin(release.state(), part, "pin" + random.nextInt(2));
            case 1 -> PartRules.resource(release.state(), part, "v1.1.1", "repaired");
            case 2 -> PartRules.ready(release.state(), part, Parts.made(part.unit()));
            case 3 -> random.nextInt(4) == 0 ? PartRules.rework(release.state(), part, "slow") : same(part);
            default -> PartRules.accepted(release.state(), part);
        };
        return answer instanceof PartRules.Becomes next
                ? with(release, release.state(), replaced(release.parts(), next.part()))
                : release;
    }

    private static PartRules.Answer same(ReleasePart part) {
        return new PartRules.Becomes(part);
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
