/** The guard before the engine: what a person may make it do, and how it says no. */
@NullMarked
package slipway.engine.guard;

import org.jspecify.annotations.NullMarked;
