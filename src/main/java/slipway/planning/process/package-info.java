@NullMarked
package slipway.planning.process;

import org.jspecify.annotations.NullMarked;
