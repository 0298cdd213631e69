@NullMarked
package slipway.kill;

import org.jspecify.annotations.NullMarked;
