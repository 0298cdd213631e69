@NullMarked
package slipway.shared;

import org.jspecify.annotations.NullMarked;
