@NullMarked
package slipway.communication.process;

import org.jspecify.annotations.NullMarked;
