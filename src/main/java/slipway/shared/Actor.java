package slipway.shared;

/** The person who acts: the id of an engine user. */
public record Actor(String id) {
    public Actor {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an actor needs an id");
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
