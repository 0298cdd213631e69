package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

class ProposedScopesTest extends ReleaseStory {
    private static final Refusal REFUSAL = Refusal.at("parts", "nothing-new", "It runs already.");

    @Autowired
    private ProposedScopes proposed;

    @Test
    void a_proposal_keeps_order_and_sources_of_its_parts() {
        ReleaseNumber release = drafted();
        assertThatIllegalStateException().isThrownBy(() -> proposed.get(release));
        Scope odd = scope(both().rfcs(), new PartScope(FILES, "a \"b\"=c"), new PartScope(CHECK, "v1"));
        proposed.propose(release, odd);
        assertThat(proposed.get(release)).isEqualTo(odd);
        proposed.propose(release, both());
        assertThat(proposed.get(release)).isEqualTo(both());
        assertThat(proposed.refused(release)).isEmpty();
    }

    @Test
    void what_was_refused_comes_back_with_its_reason_until_it_is_proposed_anew() {
        ReleaseNumber release = drafted();
        proposed.propose(release, both());
        proposed.refuse(release, REFUSAL);
        assertThat(proposed.refused(release)).contains(new ProposedScopes.Refused(both(), "It runs already."));
        assertThat(log.latest(release, ReleaseEvent.SubmissionRefused.class))
                .contains(new ReleaseEvent.SubmissionRefused("nothing-new", "It runs already."));
        proposed.propose(release, checkOnly());
        assertThat(proposed.refused(release)).isEmpty();
    }
}
