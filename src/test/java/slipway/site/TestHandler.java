package slipway.site;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import slipway.shared.Actor;
import slipway.shared.Result;
import slipway.site.port.Inventory;

/** Does orders of one kind as a test says, and remembers what it did. */
final class TestHandler implements OrderHandler {
    /** What the test wants done. */
    @FunctionalInterface
    interface Deed {
        void perform(Order order, Lease lease) throws IOException, InterruptedException;
    }

    private final Order.Kind kind;
    private final Deed deed;
    final List<Order> done = new CopyOnWriteArrayList<>();
    final List<Inventory.Sighting> late = new CopyOnWriteArrayList<>();
    final List<String> gaveUp = new CopyOnWriteArrayList<>();
    volatile Result answer = Result.done();
    volatile Consumer<Order> whenReopened = order -> {};
    volatile Consumer<String> whenGivenUp = problem -> {};
    volatile Instruction instruction;

    TestHandler(Order.Kind kind, Deed deed) {
        this.kind = kind;
        this.deed = deed;
        this.instruction = kind == Order.Kind.INVENTORY
                ? Instruction.toLook("Work at sites", "Look.")
                : Instruction.toRun("Work at sites", "Do it.", Optional.empty(), List.of());
    }

    /** One that does every order at once. */
    static TestHandler quick(Order.Kind kind) {
        return new TestHandler(kind, (order, lease) -> {});
    }

    @Override
    public Order.Kind kind() {
        return kind;
    }

    @Override
    public void perform(Order order, Lease lease) throws IOException, InterruptedException {
        deed.perform(order, lease);
        lease.finish(() -> done.add(order));
    }

    @Override
    public void gaveUp(Order order, Lease lease, String problem) {
        gaveUp.add(problem);
        lease.finish(() -> whenGivenUp.accept(problem));
    }

    @Override
    public Result late(Order order, Actor person, Inventory.Sighting found) {
        late.add(found);
        return Result.done();
    }

    @Override
    public void reopened(Order order) {
        whenReopened.accept(order);
    }

    @Override
    public Instruction instruction(Order order) {
        return instruction;
    }

    @Override
    public Result byHand(Order order, Lease lease, Actor person, Inventory.Sighting found, String remark) {
        if (answer instanceof Result.Done && lease.finish(() -> done.add(order))) {
            return answer;
        }
        return answer instanceof Result.Done ? Result.refused("order-over", "The order is over.") : answer;
    }
}
