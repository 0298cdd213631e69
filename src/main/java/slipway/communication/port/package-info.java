@NullMarked
package slipway.communication.port;

import org.jspecify.annotations.NullMarked;
