@NullMarked
package slipway.communication;

import org.jspecify.annotations.NullMarked;
