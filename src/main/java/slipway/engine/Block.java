package slipway.engine;

import java.util.Map;
import java.util.Set;

/** What a model says of a task: its name for people, the groups that it is offered to, its extension properties. */
public record Block(String name, Set<String> groups, Map<String, String> properties) {
    /** Of what stands in no model. */
    public static final Block NONE = new Block("", Set.of(), Map.of());
}
