@NullMarked
package slipway;

import org.jspecify.annotations.NullMarked;
