@NullMarked
package slipway.engine.work;

import org.jspecify.annotations.NullMarked;
