@NullMarked
package slipway.tour;

import org.jspecify.annotations.NullMarked;
