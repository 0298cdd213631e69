@NullMarked
package slipway.interruption.process;

import org.jspecify.annotations.NullMarked;
