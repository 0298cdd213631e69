@NullMarked
package slipway.runtime;

import org.jspecify.annotations.NullMarked;
