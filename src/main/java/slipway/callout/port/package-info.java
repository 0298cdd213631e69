@NullMarked
package slipway.callout.port;

import org.jspecify.annotations.NullMarked;
