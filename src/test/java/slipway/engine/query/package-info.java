@NullMarked
package slipway.engine.query;

import org.jspecify.annotations.NullMarked;
