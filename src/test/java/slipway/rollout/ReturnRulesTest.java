package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.Parts.CHECK;
import static slipway.rollout.Parts.NEW;
import static slipway.rollout.Parts.OLD;
import static slipway.rollout.Parts.RELEASE;
import static slipway.rollout.Parts.at;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import slipway.planning.Plan;
import slipway.planning.Plan.Return;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;

class ReturnRulesTest {
    private static final Target BASEL = at("basel").target();
    private static final Target OSLO = at("oslo").target();

    @Test
    void what_sites_run_is_what_was_rehearsed_and_approved_as_the_way_back() {
        assertThat(changed(plan(back("basel", OLD), back("oslo", null)), Map.of(BASEL.where(), OLD)))
                .isEmpty();
    }

    @Test
    void every_site_that_runs_something_else_is_named() {
        Optional<Refusal> changed =
                changed(plan(back("basel", OLD), back("oslo", null)), Map.of(BASEL.where(), NEW, OSLO.where(), OLD));
        assertThat(changed.map(Refusal::rule)).contains("returns-changed");
        assertThat(changed.map(Refusal::field)).contains("waves");
        assertThat(changed.orElseThrow().reason())
                .contains("iban-check at basel runs iban-check 1.1.0")
                .contains("instead of iban-check 1.0.0")
                .contains("iban-check at oslo runs iban-check 1.0.0")
                .contains("instead of nothing installed")
                .contains("Plan the release again");
    }

    @Test
    void a_site_without_a_way_back_in_the_plan_is_named() {
        assertThat(changed(plan(back("basel", OLD)), Map.of(BASEL.where(), OLD))
                        .orElseThrow()
                        .reason())
                .contains("iban-check at oslo has no way back in the plan");
    }

    private static Optional<Refusal> changed(Plan plan, Map<PlaceOfUnit, UnitRevision> verified) {
        return ReturnRules.changed(plan, List.of(BASEL, OSLO), verified);
    }

    private static Return back(String site, @Nullable UnitRevision to) {
        return new Return(CHECK, new SiteId(site), to);
    }

    private static Plan plan(Return... returns) {
        return new Plan(
                RELEASE,
                1,
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1),
                List.of(returns),
                Duration.ofMinutes(5),
                Plan.PointOfNoReturn.NONE,
                new Actor("rita"));
    }
}
