@NullMarked
package slipway.callout.process;

import org.jspecify.annotations.NullMarked;
