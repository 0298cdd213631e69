@NullMarked
package slipway.engine.proof;

import org.jspecify.annotations.NullMarked;
