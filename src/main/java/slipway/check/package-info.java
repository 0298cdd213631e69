@NullMarked
package slipway.check;

import org.jspecify.annotations.NullMarked;
