package slipway.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slipway.engine.share.Ticket.State;

class PlacesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final double LONG = 0.15;

    private Places places = new Places(new Capacity(3, 1, 2, 4, 2, 3, 2), 6);
    private int told;

    @Test
    void a_visitor_has_no_more_places_than_a_share_and_the_next_one_of_another_goes_first() {
        Ticket first = enters("ada", 0);
        Ticket second = enters("ada", 0);
        Ticket third = enters("ada", 0);

        assertThat(List.of(first, second)).allMatch(each -> each.is(State.HAS_PLACE));
        assertThat(third.is(State.WAITING)).isTrue();
        assertThat(enters("ben", 0).is(State.HAS_PLACE)).isTrue();
        assertThat(places.taken(0)).isEqualTo(3);
        assertThat(places.waiting()).isEqualTo(1);

        places.leave(first, 1);
        assertThat(third.is(State.HAS_PLACE)).isTrue();
        assertThat(first.is(State.GONE)).isTrue();
        assertThat(told).isEqualTo(4);
    }

    @Test
    void the_last_places_are_for_who_had_little() {
        used("ada", 5 * SECOND);
        used("ben", 5 * SECOND);
        used("cem", 5 * SECOND);
        Ticket ada = enters("ada", 5 * SECOND);
        Ticket ben = enters("ben", 5 * SECOND);
        Ticket cem = enters("cem", 5 * SECOND);

        assertThat(List.of(ada, ben)).allMatch(each -> each.is(State.HAS_PLACE));
        assertThat(cem.is(State.WAITING)).isTrue();
        assertThat(enters("eve", 5 * SECOND).is(State.HAS_PLACE)).isTrue();
        assertThat(enters("fay", 5 * SECOND).is(State.WAITING)).isTrue();
    }

    @Test
    void less_than_five_seconds_is_little() {
        used("ada", 5 * SECOND - 1);
        enters("ben", 5 * SECOND);
        enters("ben", 5 * SECOND);

        assertThat(enters("ada", 5 * SECOND).is(State.HAS_PLACE)).isTrue();
    }

    @Test
    void the_last_places_are_for_what_is_short() {
        enters("ada", 0.15, 0);
        enters("ben", 0.15, 0);

        assertThat(enters("cem", 0.15, 0).is(State.WAITING)).isTrue();
        assertThat(enters("dan", 0.149, 0).is(State.HAS_PLACE)).isTrue();
    }

    @Test
    void what_takes_long_gets_few_of_the_places_and_the_others_stay_for_what_does_not() {
        places = new Places(new Capacity(6, 1, 2, 9, 2, 3, 2), 6);
        List<Ticket> dear = List.of(enters("ada", 0.15, 0), enters("ben", 9, 0), enters("cem", 0.15, 0));
        assertThat(dear.getLast().is(State.WAITING)).as("four are free").isTrue();
        assertThat(enters("dan", 0.149, 0).is(State.HAS_PLACE)).isTrue();

        places.writes(dear.getFirst(), 0);
        places.look(Ticket.STUCK + 1);
        assertThat(dear.getLast().is(State.HAS_PLACE))
                .as("a reader that is stuck costs nothing")
                .isTrue();
    }

    @Test
    void whoever_asks_for_what_takes_long_leaves_a_place_for_somebody_else_who_does() {
        places = new Places(new Capacity(6, 2, 2, 9, 3, 5, 9), 6);
        Ticket first = enters("ada", 0.5, 0);
        Ticket second = enters("ada", 0.5, 0);
        assertThat(second.is(State.WAITING)).isTrue();
        assertThat(enters("ben", 0.5, 0).is(State.HAS_PLACE)).isTrue();
        places.leave(first, 1);
        assertThat(second.is(State.HAS_PLACE)).isTrue();
    }

    @Test
    void who_had_least_lately_goes_first_whoever_came_first() {
        used("ada", 9 * SECOND);
        used("ben", 8 * SECOND);
        List<Ticket> holders = List.of(enters("x", 9 * SECOND), enters("y", 9 * SECOND), enters("z", 9 * SECOND));
        Ticket ada = enters("ada", 9 * SECOND);
        Ticket ben = enters("ben", 9 * SECOND);
        Ticket eve = enters("eve", 9 * SECOND);

        places.leave(holders.get(0), 9 * SECOND);
        assertThat(eve.is(State.HAS_PLACE)).isTrue();
        places.leave(holders.get(1), 9 * SECOND);
        assertThat(ben.is(State.WAITING))
                .as("the last place is for a light one")
                .isTrue();
        places.leave(holders.get(2), 9 * SECOND);
        assertThat(ben.is(State.HAS_PLACE)).isTrue();
        assertThat(ada.is(State.WAITING)).isTrue();
    }

    @Test
    void of_two_alike_the_first_goes_first_unless_the_other_asks_for_what_is_shorter() {
        List<Ticket> holders = List.of(enters("x", 0), enters("y", 0), enters("z", 0));
        Ticket longer = enters("ada", 0.5, 0);
        Ticket first = enters("ben", 0.1, 0);
        Ticket second = enters("cem", 0.1, 0);

        places.leave(holders.get(0), 0);
        assertThat(first.is(State.HAS_PLACE)).isTrue();
        places.leave(holders.get(1), 0);
        assertThat(second.is(State.HAS_PLACE)).isTrue();
        assertThat(longer.is(State.WAITING)).isTrue();
    }

    @Test
    void what_is_asked_for_counts_also_where_a_place_is_for_anybody() {
        places = new Places(new Capacity(1, 0, 1, 4, 1, 1, 2), 6);
        Ticket holder = enters("x", 0);
        Ticket longer = enters("ada", 0.5, 0);
        Ticket shorter = enters("ben", 0.1, 0);

        places.leave(holder, 0);
        assertThat(shorter.is(State.HAS_PLACE)).isTrue();
        assertThat(longer.is(State.WAITING)).isTrue();
    }

    @Test
    void what_one_has_now_counts_while_it_has_it() {
        enters("ada", 0);
        Ticket holder = enters("x", 0);
        enters("y", 0);
        Ticket ada = enters("ada", SECOND);
        Ticket eve = enters("eve", SECOND);

        places.leave(holder, SECOND);
        assertThat(eve.is(State.HAS_PLACE)).isTrue();
        assertThat(ada.is(State.WAITING)).isTrue();
    }

    @Test
    void whose_reader_is_stuck_needs_no_place_until_it_reads_on_and_a_visitor_has_few_of_them() {
        List<Ticket> slow = List.of(enters("ada", 0), enters("ada", 0));
        slow.forEach(each -> places.writes(each, 0));
        Ticket third = enters("ada", Ticket.STUCK);
        assertThat(third.is(State.WAITING)).isTrue();

        places.look(Ticket.STUCK + 1);
        assertThat(third.is(State.HAS_PLACE)).isTrue();
        assertThat(places.taken(Ticket.STUCK + 1)).isEqualTo(1);
        places.writes(third, Ticket.STUCK + 1);
        assertThat(enters("ada", 3 * Ticket.STUCK).is(State.WAITING))
                .as("three are enough")
                .isTrue();
        assertThat(enters("ben", 3 * Ticket.STUCK).is(State.HAS_PLACE)).isTrue();
        places.wrote(slow.getFirst(), 3 * Ticket.STUCK);
        assertThat(places.taken(3 * Ticket.STUCK)).isEqualTo(2);
    }

    @Test
    void a_reader_is_stuck_once_it_keeps_a_write_waiting_for_long_and_then_everybody_who_fits_gets_a_place() {
        places = new Places(new Capacity(2, 0, 2, 4, 2, 2, 2), 6);
        List.of(enters("ada", 0), enters("ben", 0)).forEach(each -> places.writes(each, 5 * SECOND));
        List<Ticket> waiting = List.of(enters("cem", 5 * SECOND), enters("dan", 5 * SECOND));
        assertThat(places.taken(5 * SECOND + Ticket.STUCK)).isEqualTo(2);
        assertThat(waiting).allMatch(each -> each.is(State.WAITING));

        places.look(5 * SECOND + Ticket.STUCK + 1);
        assertThat(waiting).allMatch(each -> each.is(State.HAS_PLACE));
        assertThat(places.taken(5 * SECOND + Ticket.STUCK + 1)).isEqualTo(2);
    }

    @Test
    void looking_tells_how_long_there_was_a_crowd() {
        places = new Places(new Capacity(4, 0, 4, 4, 4, 4, 4), 1);
        Ticket reads = enters("ada", 0);
        Ticket works = enters("ben", 0);
        places.writes(reads, 0);
        places.look(Ticket.STUCK);
        places.leave(works, Ticket.STUCK + SECOND);
        assertThat(works.took()).as("half of two and then one alone").isEqualTo(Ticket.STUCK / 2 + SECOND);
    }

    @Test
    void the_time_of_the_reader_is_not_charged() {
        Ticket ada = enters("ada", 0);
        places.writes(ada, SECOND / 2);
        assertThat(ada.had(9 * SECOND)).isEqualTo(SECOND / 2);
        places.wrote(ada, 9 * SECOND);
        places.leave(ada, 9 * SECOND + SECOND / 4);
        assertThat(ada.took()).isEqualTo(3 * SECOND / 4);
        enters("x", 10 * SECOND);
        enters("y", 10 * SECOND);

        assertThat(enters("ada", 10 * SECOND).is(State.HAS_PLACE)).isTrue();
    }

    @Test
    void nobody_is_charged_for_the_crowd_where_more_work_than_there_are_processors() {
        places = new Places(new Capacity(4, 0, 4, 4, 4, 4, 4), 1);
        Ticket alone = enters("ada", 0);
        Ticket joins = enters("ben", 2 * SECOND);
        places.leave(alone, 4 * SECOND);
        places.leave(joins, 5 * SECOND);
        assertThat(alone.took()).as("two alone and half of two").isEqualTo(3 * SECOND);
        assertThat(joins.took()).as("half of two and one alone").isEqualTo(2 * SECOND);

        Ticket reads = enters("ada", 6 * SECOND);
        places.writes(reads, 6 * SECOND);
        Ticket works = enters("ben", 7 * SECOND);
        places.leave(works, 8 * SECOND);
        assertThat(works.took()).as("whose reader is stuck does not work").isEqualTo(SECOND);
        places.wrote(reads, 9 * SECOND);
        places.leave(reads, 9 * SECOND);
        assertThat(reads.took()).isZero();
    }

    @Test
    void two_on_two_processors_are_no_crowd() {
        places = new Places(new Capacity(4, 0, 4, 4, 4, 4, 4), 2);
        Ticket first = enters("ada", 0);
        enters("ben", 0);
        places.leave(first, SECOND);
        assertThat(first.took()).isEqualTo(SECOND);
    }

    @Test
    void more_than_a_few_waiting_of_one_visitor_are_turned_away() {
        IntStream.range(0, 4).forEach(each -> enters("ada", 0));

        assertThat(enters("ada", 0).is(State.TURNED_AWAY)).isTrue();
        assertThat(places.waiting()).isEqualTo(2);
    }

    @Test
    void who_turns_out_to_be_somebody_is_charged_instead_of_everybody_at_the_address() {
        Ticket first = enters("address", 0);
        first.charge(Visitor.person("ada"));
        places.leave(first, 5 * SECOND);

        assertThat(first.visitor()).isEqualTo(Visitor.person("address"));
        assertThat(places.lately(Visitor.person("ada"), 5 * SECOND)).isEqualTo(5);
        assertThat(places.lately(Visitor.person("address"), 5 * SECOND)).isZero();
    }

    @Test
    void what_one_had_adds_up() {
        places.leave(enters("ada", 0), SECOND);
        places.leave(enters("ada", SECOND), SECOND);
        assertThat(places.lately(Visitor.person("ada"), SECOND)).isEqualTo(1);
    }

    @Test
    void of_more_than_ten_thousand_visitors_those_who_had_next_to_nothing_are_forgotten() {
        long microsecond = SECOND / 1_000_000;
        IntStream.range(0, 10_000)
                .forEach(each -> places.leave(enters("visitor" + each, each * microsecond), (each + 1) * microsecond));
        long then = 10_000 * microsecond;
        assertThat(places.lately(Visitor.person("visitor0"), then)).isPositive();

        long now = then + SECOND / 1_000;
        places.leave(enters("eve", then), now);
        assertThat(places.lately(Visitor.person("visitor0"), now)).isZero();
        assertThat(places.lately(Visitor.person("eve"), now))
                .as("a thousandth of a second is something")
                .isPositive();
    }

    @Test
    void when_too_many_wait_the_last_of_who_had_most_is_turned_away() {
        used("ada", 2 * SECOND);
        IntStream.range(0, 3).forEach(each -> enters("holder" + each, 2 * SECOND));
        Ticket ada = enters("ada", 2 * SECOND);
        Ticket again = enters("ada", 2 * SECOND);
        enters("ben", 2 * SECOND);
        enters("cem", 2 * SECOND);
        assertThat(places.waiting()).isEqualTo(4);

        Ticket eve = enters("eve", 2 * SECOND);
        assertThat(eve.is(State.WAITING)).isTrue();
        assertThat(again.is(State.TURNED_AWAY)).isTrue();
        assertThat(ada.is(State.WAITING)).isTrue();
        assertThat(places.waiting()).isEqualTo(4);
    }

    @Test
    void who_gives_up_waits_no_more_and_who_has_a_place_keeps_it() {
        Ticket has = enters("x", 0);
        enters("y", 0);
        enters("z", 0);
        Ticket waits = enters("ada", 0);

        assertThat(told).isEqualTo(3);
        places.giveUp(waits);
        assertThat(told).as("whoever waits for it goes on").isEqualTo(4);
        places.giveUp(has);
        assertThat(waits.is(State.TURNED_AWAY)).isTrue();
        assertThat(has.is(State.HAS_PLACE)).isTrue();
        assertThat(places.waiting()).isZero();
        places.leave(waits, 0);
        assertThat(waits.is(State.TURNED_AWAY)).isTrue();
    }

    private Ticket enters(String name, long now) {
        return enters(name, 0, now);
    }

    private Ticket enters(String name, double expected, long now) {
        Ticket ticket = new Ticket(Visitor.person(name), new Expected(expected, expected >= LONG), () -> told++);
        places.enter(ticket, now);
        return ticket;
    }

    private void used(String name, long nanos) {
        places.leave(enters(name, 0), nanos);
    }
}
