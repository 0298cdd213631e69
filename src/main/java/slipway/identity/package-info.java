@NullMarked
package slipway.identity;

import org.jspecify.annotations.NullMarked;
