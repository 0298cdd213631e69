@NullMarked
package slipway.planning;

import org.jspecify.annotations.NullMarked;
