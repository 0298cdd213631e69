/** PostgreSQL from the shipped binaries, started, adopted and stopped by us. */
@NullMarked
package slipway.runtime.postgres;

import org.jspecify.annotations.NullMarked;
