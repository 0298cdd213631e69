@NullMarked
package slipway.rollout;

import org.jspecify.annotations.NullMarked;
