package slipway.site.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.site.Batch;
import slipway.site.HandWork;
import slipway.site.Order;
import slipway.testing.TinyEngine;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ByHandDeskTest {
    private static final ReleaseNumber RELEASE = ReleaseNumber.of(2033, 1);

    private final TinyEngine engine =
            new TinyEngine(Map.of(), "bpmn/site/work-at-site-by-hand.bpmn", "forms/site/do-work-by-hand.form");
    private Book book = new Book();
    private ByHandDesk desk = new ByHandDesk(book, engine.processes(), engine.transactions());

    @BeforeEach
    void begin() {
        engine.clear();
        book = new Book();
        desk = new ByHandDesk(book, engine.processes(), engine.transactions());
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @Test
    void an_order_is_offered_by_a_process_of_its_own() {
        book.toOffer.add(order(1));
        assertThat(desk.tellNext()).isTrue();
        assertThat(desk.tellNext()).isFalse();
        ProcessInstance instance = instances().getFirst();
        assertThat(instance.getBusinessKey()).isEqualTo(RELEASE.value());
        assertThat(engine.waitsAt(instance.getId())).containsExactly(WorkByHandProcess.TASK_DO_WORK_BY_HAND);
        assertThat(engine.processes().getVariables(instance.getId()))
                .containsOnly(
                        Map.entry("release", RELEASE.value()),
                        Map.entry("unit", "iban-check"),
                        Map.entry("orderId", 1L));
    }

    @Test
    void an_order_that_was_withdrawn_meanwhile_is_offered_to_nobody() {
        book.toOffer.add(order(1));
        book.withdrawn = true;
        assertThat(desk.tellNext()).isTrue();
        assertThat(instances()).isEmpty();
    }

    @Test
    void what_was_withdrawn_ends_the_process_of_that_order_and_no_other() {
        book.toOffer.addAll(List.of(order(1), order(2)));
        while (desk.tellNext()) {
            assertThat(instances()).isNotEmpty();
        }
        book.toRetract.add(order(1));
        assertThat(desk.tellNext()).isTrue();
        assertThat(instances())
                .singleElement()
                .satisfies(instance -> assertThat(engine.processes().getVariable(instance.getId(), "orderId"))
                        .isEqualTo(2L));
        assertThat(book.retracted).containsExactly(1L);
    }

    @Test
    void what_was_reported_before_the_withdrawal_came_is_no_error() {
        book.toRetract.add(order(1));
        assertThat(desk.tellNext()).isTrue();
        assertThat(book.retracted).containsExactly(1L);
    }

    private List<ProcessInstance> instances() {
        return engine.processes()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(RELEASE.value())
                .list();
    }

    private static Order order(long id) {
        return new Order(
                id,
                new Batch(Order.Kind.INSTALL, RELEASE, 1),
                new SiteId("quito"),
                new UnitId("iban-check"),
                0,
                1,
                Order.State.OPEN);
    }

    /** Orders by hand as a test says. */
    private static final class Book implements HandWork {
        private final Deque<Order> toOffer = new ArrayDeque<>();
        private final Deque<Order> toRetract = new ArrayDeque<>();
        private final List<Long> retracted = new ArrayList<>();
        private boolean withdrawn;

        @Override
        public Optional<Order> nextToOffer() {
            return Optional.ofNullable(toOffer.poll());
        }

        @Override
        public boolean offered(Order order) {
            return !withdrawn;
        }

        @Override
        public Optional<Order> nextToRetract() {
            return Optional.ofNullable(toRetract.poll());
        }

        @Override
        public void retracted(Order order) {
            retracted.add(order.id());
        }

        @Override
        public Assignment assignment(long order) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Result report(long order, Actor person, Report report) {
            throw new UnsupportedOperationException();
        }
    }
}
