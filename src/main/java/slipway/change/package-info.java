@NullMarked
package slipway.change;

import org.jspecify.annotations.NullMarked;
