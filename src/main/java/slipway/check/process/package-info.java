@NullMarked
package slipway.check.process;

import org.jspecify.annotations.NullMarked;
