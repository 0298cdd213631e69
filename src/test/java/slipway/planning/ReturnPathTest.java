package slipway.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.planning.Values.CHECK;
import static slipway.planning.Values.NEW_YORK;
import static slipway.planning.Values.ZURICH;
import static slipway.planning.Values.revision;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import slipway.cmdb.Cmdb;
import slipway.planning.EarlierReleases.Bringer;
import slipway.planning.EarlierReleases.Found;
import slipway.planning.ReturnPath.Arrives;
import slipway.planning.ReturnPath.NothingKnown;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

class ReturnPathTest {
    private static final PlaceOfUnit PLACE = new PlaceOfUnit(ZURICH, CHECK);
    private static final UnitRevision OLD = revision(CHECK, "1.0.0");
    private static final UnitRevision OLDER = revision(CHECK, "0.9.0");
    private static final ReleaseNumber FIRST = ReleaseNumber.of(2026, 3);
    private static final ReleaseNumber SECOND = ReleaseNumber.of(2026, 4);

    private final Map<ReleaseNumber, Bringer> bringers = new HashMap<>();
    private final Set<UnitRevision> barred = new HashSet<>();

    @Test
    void it_leads_to_what_is_there_whoever_brought_it() {
        assertThat(from(OLD, null)).isEqualTo(new Arrives(OLD, null, List.of()));
        assertThat(from(OLD, SECOND)).isEqualTo(new Arrives(OLD, SECOND, List.of()));
        found(SECOND, false, new Found(OLDER, FIRST, false));
        assertThat(from(OLD, SECOND)).isEqualTo(new Arrives(OLD, SECOND, List.of()));
    }

    @Test
    void it_starts_with_who_brought_what_is_verified_and_not_with_who_failed_to_replace_that() {
        UnitRevision failed = revision(CHECK, "1.1.0");
        found(SECOND, false, new Found(OLD, FIRST, false));
        assertThat(start(failed, OLD)).isEqualTo(new ReturnPath.Start(PLACE, OLD, FIRST));
        found(SECOND, false, new Found(OLD, null, false));
        assertThat(start(failed, OLD)).isEqualTo(new ReturnPath.Start(PLACE, OLD, null));
        assertThat(start(OLD, OLD)).isEqualTo(new ReturnPath.Start(PLACE, OLD, SECOND));
        found(SECOND, false, new Found(OLDER, FIRST, false));
        assertThat(start(failed, OLD)).isEqualTo(new ReturnPath.Start(PLACE, OLD, SECOND));
        assertThat(ReturnPath.start(PLACE, Optional.empty(), number -> new Bringer(false, Map.of())))
                .isEqualTo(new ReturnPath.Start(PLACE, null, null));
    }

    private ReturnPath.Start start(UnitRevision authorised, UnitRevision verified) {
        Cmdb.Item item = new Cmdb.Item(ZURICH, CHECK, authorised, SECOND, null, null, verified);
        return ReturnPath.start(
                PLACE, Optional.of(item), number -> bringers.getOrDefault(number, new Bringer(false, Map.of())));
    }

    @Test
    void where_nothing_is_there_it_leads_to_nothing() {
        assertThat(from(null, null)).isEqualTo(new Arrives(null, null, List.of()));
    }

    @Test
    void what_is_barred_or_was_backed_out_there_or_as_a_whole_gives_way_to_what_was_before() {
        Arrives before = new Arrives(OLDER, FIRST, List.of(OLD + ": it is barred"));
        found(SECOND, false, new Found(OLDER, FIRST, false));
        barred.add(OLD);
        assertThat(from(OLD, SECOND)).isEqualTo(before);

        Arrives takenBack = new Arrives(OLDER, FIRST, List.of(OLD + ": " + SECOND + " was backed out"));
        barred.clear();
        found(SECOND, false, new Found(OLDER, FIRST, true));
        assertThat(from(OLD, SECOND)).isEqualTo(takenBack);
        found(SECOND, true, new Found(OLDER, FIRST, false));
        assertThat(from(OLD, SECOND)).isEqualTo(takenBack);
    }

    @Test
    void what_was_done_at_another_place_says_nothing_of_this_one() {
        bringers.put(
                SECOND, new Bringer(false, Map.of(new PlaceOfUnit(NEW_YORK, CHECK), new Found(OLDER, FIRST, true))));
        assertThat(from(OLD, SECOND)).isEqualTo(new Arrives(OLD, SECOND, List.of()));
    }

    @Test
    void it_leads_past_the_first_release_to_the_unit_s_absence_which_is_never_barred() {
        found(SECOND, true, new Found(OLDER, FIRST, false));
        found(FIRST, true, new Found(null, null, false));
        assertThat(from(OLD, SECOND))
                .isEqualTo(new Arrives(
                        null,
                        null,
                        List.of(OLD + ": " + SECOND + " was backed out", OLDER + ": " + FIRST + " was backed out")));
    }

    @Test
    void what_is_barred_and_came_from_nobody_knows_where_leads_nowhere() {
        barred.add(OLD);
        assertThat(from(OLD, null)).isEqualTo(new NothingKnown(List.of(OLD + ": it is barred")));
        assertThat(from(OLD, SECOND)).isEqualTo(new NothingKnown(List.of(OLD + ": it is barred")));
    }

    @Test
    void releases_that_name_each_other_lead_nowhere() {
        found(SECOND, true, new Found(OLDER, FIRST, false));
        found(FIRST, true, new Found(OLD, SECOND, false));
        assertThat(from(OLD, SECOND))
                .isInstanceOfSatisfying(
                        NothingKnown.class, end -> assertThat(end.passedOver()).hasSize(3));
    }

    private void found(ReleaseNumber release, boolean backedOut, Found found) {
        bringers.put(release, new Bringer(backedOut, Map.of(PLACE, found)));
    }

    private ReturnPath.End from(@Nullable UnitRevision revision, @Nullable ReleaseNumber by) {
        return ReturnPath.from(
                new ReturnPath.Start(PLACE, revision, by),
                number -> bringers.getOrDefault(number, new Bringer(false, Map.of())),
                each -> barred.contains(each) ? Optional.of("it is barred") : Optional.empty());
    }
}
