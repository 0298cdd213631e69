@NullMarked
package slipway.interruption;

import org.jspecify.annotations.NullMarked;
