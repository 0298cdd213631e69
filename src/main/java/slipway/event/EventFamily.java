package slipway.event;

/**
 * The events of one capability: a sealed interface that permits them all. Each capability registers one as a bean, so
 * that the log can read back what it wrote.
 */
public record EventFamily(Class<? extends Event> sealed) {
    public EventFamily {
        if (!sealed.isSealed()) {
            throw new IllegalArgumentException(sealed.getName() + " is no sealed interface of events");
        }
    }
}
