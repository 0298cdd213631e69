@NullMarked
package slipway.build.port;

import org.jspecify.annotations.NullMarked;
