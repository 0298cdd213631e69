@NullMarked
package slipway.engine.guard;

import org.jspecify.annotations.NullMarked;
