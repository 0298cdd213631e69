@NullMarked
package slipway.engine.gate;

import org.jspecify.annotations.NullMarked;
