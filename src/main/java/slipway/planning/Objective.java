package slipway.planning;

import java.time.Instant;
import java.util.Optional;

/**
 * What a release is to achieve, so that somebody can say met or missed. Without those that are {@code critical} for going
 * live it failed; {@code measured} says when others can be told, where that is later than its early life.
 */
public record Objective(String words, boolean critical, Optional<Instant> measured) {}
