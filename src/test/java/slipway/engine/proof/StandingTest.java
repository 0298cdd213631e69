package slipway.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.ProcessVariable;
import slipway.engine.Stage;
import slipway.engine.proof.Proof.Assumption;

class StandingTest {
    private static final ProcessVariable<Boolean> DONE = new ProcessVariable<>("done", Boolean.class);
    private static final ProcessVariable<String> TYPE = new ProcessVariable<>("type", String.class);
    private static final Assumption NOTHING = new Assumption("", "", List.of());

    private enum State {
        FIRST,
        SECOND,
        THIRD,
        STOPPED
    }

    private static final Standing BEGUN = in(State.FIRST);

    private static Standing in(State state) {
        Stage stage = new Stage(state.name(), state.ordinal());
        return new Standing(List.of("a"), stage, stage, Map.of(), Map.of());
    }

    private static Standing after(Outcome outcome, Standing standing) {
        List<Standing> all = Effects.of(outcome, standing, Set.of("done", "type"), NOTHING);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void tokens_have_no_order() {
        assertThat(BEGUN.at(List.of("b", "a"))).isEqualTo(BEGUN.at(List.of("a", "b")));
    }

    @Test
    void one_token_of_a_node_goes_on_and_the_others_stay() {
        Standing two = BEGUN.at(List.of("a", "a", "b"));

        assertThat(two.instead("a", List.of("c")).tokens()).containsExactly("a", "b", "c");
        assertThat(two.without("a"::equals).tokens()).containsExactly("b");
        assertThat(two.distinct()).containsExactly("a", "b");
    }

    @Test
    void an_outcome_is_possible_in_its_stages_only() {
        Outcome outcome = Outcome.done().in(State.SECOND);

        assertThat(Effects.isPossible(outcome, in(State.SECOND))).isTrue();
        assertThat(Effects.isPossible(outcome, BEGUN)).isFalse();
        assertThat(Effects.isPossible(Outcome.done(), BEGUN)).isTrue();
    }

    @Test
    void where_nothing_is_known_of_stages_each_is_possible_and_none_is_left() {
        Standing any = new Standing(List.of(), Stage.ANY, Stage.ANY, Map.of(), Map.of());

        assertThat(Effects.isPossible(Outcome.done().in(State.SECOND), any)).isTrue();
        assertThat(Effects.isPossible(Outcome.done().stoppedIn(State.SECOND), any))
                .isTrue();
        assertThat(after(Outcome.done().to(State.SECOND), any).stage()).isEqualTo(Stage.ANY);
    }

    @Test
    void an_outcome_asks_for_the_stage_before() {
        Outcome outcome = Outcome.done().in(State.STOPPED).stoppedIn(State.SECOND);

        assertThat(Effects.isPossible(outcome, after(Outcome.done().to(State.STOPPED), in(State.SECOND))))
                .isTrue();
        assertThat(Effects.isPossible(outcome, after(Outcome.done().to(State.STOPPED), BEGUN)))
                .isFalse();
    }

    @Test
    void an_outcome_asks_for_a_fact() {
        Outcome outcome = Outcome.done().where(TYPE, "BIG");

        assertThat(Effects.isPossible(outcome, BEGUN.knowing(Map.of("type", "BIG"))))
                .isTrue();
        assertThat(Effects.isPossible(outcome, BEGUN.knowing(Map.of("type", Standing.WHICHEVER))))
                .isTrue();
        assertThat(Effects.isPossible(outcome, BEGUN.knowing(Map.of("type", "SMALL"))))
                .isFalse();
        assertThat(Effects.isPossible(outcome, BEGUN)).isFalse();
    }

    @Test
    void a_gate_stands_until_the_release_goes_back_before_the_stage_that_it_was_passed_in() {
        Standing passed = after(Outcome.done().passing("GATE"), in(State.SECOND));
        Outcome asking = Outcome.done().after("GATE");
        Outcome remembering = Outcome.done().onceAfter("GATE");

        assertThat(Effects.isPossible(asking, in(State.SECOND))).isFalse();
        assertThat(Effects.isPossible(remembering, in(State.SECOND))).isFalse();
        assertThat(Effects.isPossible(asking, passed)).isTrue();

        Standing further = after(Outcome.done().to(State.THIRD), passed);
        assertThat(Effects.isPossible(asking, further)).isTrue();
        assertThat(Effects.isPossible(asking, after(Outcome.done().to(State.SECOND), further)))
                .isTrue();

        Standing back = after(Outcome.done().to(State.FIRST), further);
        assertThat(Effects.isPossible(asking, back)).isFalse();
        assertThat(Effects.isPossible(remembering, back)).isTrue();
        assertThat(Effects.isPossible(asking, after(Outcome.done().passing("GATE"), back)))
                .isTrue();
    }

    @Test
    void a_gate_is_passed_in_the_stage_that_the_outcome_leads_to() {
        Standing passed = after(Outcome.done().to(State.SECOND).passing("GATE"), BEGUN);

        assertThat(passed.gates()).containsExactly(Map.entry("GATE", State.SECOND.ordinal()));
    }

    @Test
    void what_was_stopped_goes_on_where_it_was() {
        Standing stopped = after(Outcome.done().to(State.STOPPED), in(State.SECOND));

        assertThat(after(Outcome.done().back(), stopped).stage().name()).isEqualTo("SECOND");
        assertThat(after(Outcome.done().to(State.STOPPED), stopped)).isEqualTo(stopped);
        assertThat(stopped.moved(stopped.stage())).isEqualTo(stopped);
    }

    @Test
    void one_process_hands_to_another_how_the_release_stands_and_neither_what_it_knows_nor_what_is_next() {
        Standing called =
                after(Outcome.done().to(State.SECOND).passing("GATE"), BEGUN).knowing(Map.of("done", "true"));
        Standing caller = BEGUN.knowing(Map.of("type", "BIG")).at(List.of("call"));

        assertThat(End.Moment.of(called).standing(caller))
                .isEqualTo(new Standing(
                        caller.tokens(), called.stage(), BEGUN.stage(), caller.facts(), Map.of("GATE", 1)));
    }

    @Test
    void every_combination_of_values_that_matter_is_told_apart() {
        Outcome outcome = Outcome.done().giving(DONE, true, false).giving(TYPE, "BIG", "SMALL");

        assertThat(Effects.of(outcome, BEGUN, Set.of("done", "type"), NOTHING)).hasSize(4);
        assertThat(Effects.of(outcome, BEGUN, Set.of("done"), NOTHING))
                .extracting(Standing::facts)
                .containsExactlyInAnyOrder(Map.of("done", "true"), Map.of("done", "false"));
        assertThat(after(Outcome.done().giving(DONE), BEGUN).facts())
                .containsExactly(Map.entry("done", Standing.WHICHEVER));
    }

    @Test
    void what_is_assumed_is_the_only_value() {
        Outcome outcome = Outcome.done().giving(TYPE, "BIG", "SMALL");

        assertThat(Effects.of(outcome, BEGUN, Set.of("type"), new Assumption("type", "BIG", List.of())))
                .extracting(Standing::facts)
                .containsExactly(Map.of("type", "BIG"));
    }

    @Test
    void only_what_matters_is_kept() {
        Standing standing = after(Outcome.done().passing("GATE"), BEGUN.knowing(Map.of("done", "true", "type", "BIG")));
        Standing fell = new Standing(
                standing.tokens(),
                standing.stage(),
                standing.before(),
                standing.facts(),
                Map.of("GATE", Standing.VOID));

        assertThat(standing.keeping(Set.of("type")).facts()).containsExactly(Map.entry("type", "BIG"));
        assertThat(standing.keepingGates(Set.of("GATE"), Set.of()).gates()).containsOnlyKeys("GATE");
        assertThat(standing.keepingGates(Set.of(), Set.of()).gates()).isEmpty();
        assertThat(fell.keepingGates(Set.of("GATE"), Set.of()).gates()).isEmpty();
        assertThat(fell.keepingGates(Set.of(), Set.of("GATE")).gates()).containsOnlyKeys("GATE");
        assertThat(standing.forgetting().before()).isEqualTo(Stage.ANY);
    }

    @Test
    void a_contract_says_what_it_was_built_of() {
        Contract contract = Contract.of(Outcome.error("NO")).touchingWorld().endingIn(State.THIRD);

        assertThat(contract.touchesWorld()).isTrue();
        assertThat(contract.ends()).extracting(Stage::name).containsExactly("THIRD");
        assertThat(contract.outcomes())
                .extracting(outcome -> outcome.then().error())
                .containsExactly(java.util.Optional.of("NO"));
        assertThat(Contract.NOTHING.touchesWorld()).isFalse();
        assertThat(Outcome.done().giving(TYPE, State.FIRST).then().facts()).containsEntry("type", Set.of("FIRST"));
        assertThat(Outcome.done().looksBack()).isFalse();
        assertThat(Outcome.done().back().looksBack()).isTrue();
        assertThat(Outcome.done().stoppedIn(State.FIRST).looksBack()).isTrue();
    }

    @Test
    void a_way_is_told_by_its_last_steps_without_saying_one_twice() {
        Way way = Way.begin("start");
        for (int step = 1; step <= 14; step++) {
            way = way.then("step " + step).then("step " + step);
        }

        assertThat(Way.begin("a").then("b").then("b").then("c")).hasToString("a → b → c");
        assertThat(way.toString()).startsWith("… → step 3 → ").endsWith(" → step 13 → step 14");
    }
}
