@NullMarked
package slipway.rollout.process;

import org.jspecify.annotations.NullMarked;
