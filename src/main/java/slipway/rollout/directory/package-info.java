@NullMarked
package slipway.rollout.directory;

import org.jspecify.annotations.NullMarked;
