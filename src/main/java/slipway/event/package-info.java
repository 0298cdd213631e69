@NullMarked
package slipway.event;

import org.jspecify.annotations.NullMarked;
