@NullMarked
package slipway.runtime.postgres;

import org.jspecify.annotations.NullMarked;
