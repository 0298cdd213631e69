@NullMarked
package slipway.engine.decision;

import org.jspecify.annotations.NullMarked;
