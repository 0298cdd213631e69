package slipway.engine.query;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Goes off when an expression runs that should not. */
@Component("detonator")
public class Detonator {
    private final AtomicInteger blasts = new AtomicInteger();

    public String go() {
        blasts.incrementAndGet();
        return "boom";
    }

    int blasts() {
        return blasts.get();
    }
}
