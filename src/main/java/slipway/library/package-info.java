@NullMarked
package slipway.library;

import org.jspecify.annotations.NullMarked;
