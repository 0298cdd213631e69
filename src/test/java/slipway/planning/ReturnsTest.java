package slipway.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.planning.Values.CHECK;
import static slipway.planning.Values.FILES;
import static slipway.planning.Values.NEW_YORK;
import static slipway.planning.Values.SINGAPORE;
import static slipway.planning.Values.ZURICH;
import static slipway.planning.Values.item;
import static slipway.planning.Values.revision;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.planning.Plan.Return;
import slipway.planning.PlanChapter.ReturnTo;
import slipway.shared.Refusal;
import slipway.shared.UnitRevision;

class ReturnsTest {
    private static final UnitRevision OLD = revision(CHECK, "1.0.0");
    private static final UnitRevision OLDER = revision(CHECK, "0.9.0");

    @Test
    void each_part_returns_at_each_site_of_the_scope_to_what_is_verified_there() {
        List<Return> returns = Returns.of(
                List.of(FILES, CHECK),
                Set.of(ZURICH, NEW_YORK),
                List.of(
                        item(ZURICH, CHECK, OLD),
                        item(NEW_YORK, CHECK, OLDER),
                        item(SINGAPORE, CHECK, OLD),
                        item(ZURICH, FILES, null)));

        assertThat(returns)
                .containsExactly(
                        new Return(FILES, NEW_YORK, null),
                        new Return(FILES, ZURICH, null),
                        new Return(CHECK, NEW_YORK, OLDER),
                        new Return(CHECK, ZURICH, OLD));
    }

    @Test
    void a_first_release_returns_to_nothing_and_that_is_never_barred() {
        List<Return> returns = Returns.of(List.of(CHECK), Set.of(ZURICH), List.of());

        assertThat(returns).containsExactly(new Return(CHECK, ZURICH, null));
        assertThat(Returns.barred(returns, revision -> false)).isEmpty();
    }

    @Test
    void what_may_not_be_installed_again_is_named_with_its_sites_and_the_way_out() {
        List<Return> returns = List.of(
                new Return(CHECK, NEW_YORK, OLD), new Return(CHECK, SINGAPORE, OLDER), new Return(CHECK, ZURICH, OLD));

        assertThat(Returns.barred(returns, revision -> true)).isEmpty();
        assertThat(Returns.barred(returns, OLDER::equals)).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo("return-barred");
            assertThat(no.reason())
                    .contains(OLD + " at new-york, zurich. Leave them out")
                    .doesNotContain("0.9.0", "singapore");
        });
        assertThat(Returns.barred(returns, revision -> false).map(Refusal::reason))
                .hasValueSatisfying(reason ->
                        assertThat(reason).contains(OLD + " at new-york, zurich; " + OLDER + " at singapore-dr"));
    }

    @Test
    void the_chapter_names_each_distinct_content_once_with_all_its_sites() {
        assertThat(Returns.chapter(List.of(
                        new Return(CHECK, NEW_YORK, OLD),
                        new Return(CHECK, SINGAPORE, null),
                        new Return(CHECK, ZURICH, OLD),
                        new Return(FILES, SINGAPORE, null))))
                .containsExactly(
                        new ReturnTo(CHECK, OLD.toString(), List.of(NEW_YORK, ZURICH)),
                        new ReturnTo(CHECK, "nothing installed", List.of(SINGAPORE)),
                        new ReturnTo(FILES, "nothing installed", List.of(SINGAPORE)));
    }
}
