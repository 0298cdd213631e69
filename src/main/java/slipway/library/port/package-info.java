@NullMarked
package slipway.library.port;

import org.jspecify.annotations.NullMarked;
