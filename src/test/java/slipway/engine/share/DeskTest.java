package slipway.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DeskTest {
    private static final Visitor EVE = Visitor.person("eve");

    @Test
    void who_waits_goes_on_when_a_place_is_free() throws InterruptedException {
        Desk desk = desk(Duration.ofMinutes(1));
        List<Ticket> holders = held(desk);
        CompletableFuture<Optional<Ticket>> eve = CompletableFuture.supplyAsync(() -> enter(desk));
        while (desk.waiting() == 0) {
            Thread.onSpinWait();
        }

        desk.leave(holders.getFirst(), Optional.empty());
        assertThat(eve.join()).isPresent();
        assertThat(desk.taken()).isEqualTo(2);
        assertThat(desk.waiting()).isZero();
    }

    @Test
    void who_waited_long_enough_is_turned_away() throws InterruptedException {
        Desk desk = desk(Duration.ZERO);
        held(desk);

        assertThat(desk.enter(EVE, Expected.NOTHING)).isEmpty();
        assertThat(desk.waiting()).isZero();
        assertThat(desk.taken()).isEqualTo(2);
    }

    @Test
    void whose_thread_is_stopped_neither_waits_nor_keeps_a_place() throws InterruptedException {
        Desk desk = desk(Duration.ofMinutes(1));
        held(desk);
        Thread.currentThread().interrupt();

        assertThat(CompletableFuture.supplyAsync(() -> enter(desk), Runnable::run))
                .isCompletedExceptionally();
        assertThat(desk.waiting()).isZero();
        assertThat(desk.taken()).isEqualTo(2);
    }

    private static Desk desk(Duration patience) {
        return new Desk(new Places(new Capacity(2, 0, 2, 5, 2, 2, 5), 6), patience, () -> 0);
    }

    private static List<Ticket> held(Desk desk) throws InterruptedException {
        List<Ticket> holders = new ArrayList<>();
        for (String name : List.of("ada", "ben")) {
            holders.add(desk.enter(Visitor.person(name), Expected.NOTHING).orElseThrow());
        }
        return holders;
    }

    private static Optional<Ticket> enter(Desk desk) {
        try {
            return desk.enter(EVE, Expected.NOTHING);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
