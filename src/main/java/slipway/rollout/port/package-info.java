@NullMarked
package slipway.rollout.port;

import org.jspecify.annotations.NullMarked;
