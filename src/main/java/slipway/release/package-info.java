@NullMarked
package slipway.release;

import org.jspecify.annotations.NullMarked;
