/** Whole releases, told as the people of the tour's bank live them. */
@NullMarked
package slipway.scenario;

import org.jspecify.annotations.NullMarked;
