@NullMarked
package slipway.callout;

import org.jspecify.annotations.NullMarked;
