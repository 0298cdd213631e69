@NullMarked
package slipway.engine.share;

import org.jspecify.annotations.NullMarked;
