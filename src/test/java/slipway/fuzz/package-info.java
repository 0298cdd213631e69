@NullMarked
package slipway.fuzz;

import org.jspecify.annotations.NullMarked;
