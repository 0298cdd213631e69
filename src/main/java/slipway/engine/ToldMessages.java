package slipway.engine;

import java.util.Map;

/** The messages that a capability tells processes, by the names that models use, and how things stand when one comes. */
@FunctionalInterface
public interface ToldMessages {
    Map<String, Contract> messages();
}
