/** Measurements beside a named rival, in one run, as a ratio; run by hand with {@code make bench}. */
@NullMarked
package slipway.bench;

import org.jspecify.annotations.NullMarked;
