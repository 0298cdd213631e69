package slipway.site.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import slipway.cmdb.Site;

/** What every adapter of {@link Testable} finds, whatever lies behind it. */
public abstract class TestableContract {
    protected abstract Testable testable();

    protected abstract Site site();

    /** A site that cannot be reached. */
    protected abstract Site lostSite();

    /** A site that can be read and not written to. */
    protected abstract Site sealedSite();

    @Test
    void a_site_in_order_passes_every_check() {
        assertThat(testable().tryOut(site()))
                .hasSizeGreaterThan(1)
                .allSatisfy(check -> assertThat(check.problem()).isEmpty());
    }

    @Test
    void a_site_that_is_lost_or_sealed_fails_one_and_says_what_to_do() {
        assertThat(testable().tryOut(lostSite())).anySatisfy(TestableContract::names_a_way_out);
        assertThat(testable().tryOut(sealedSite())).anySatisfy(TestableContract::names_a_way_out);
    }

    @Test
    void it_may_be_tried_again_and_again() {
        assertThat(testable().tryOut(site())).isEqualTo(testable().tryOut(site()));
    }

    private static void names_a_way_out(Testable.Check check) {
        assertThat(check.passed()).isFalse();
        assertThat(check.problem()).contains("; ");
    }
}
