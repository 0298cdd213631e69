@NullMarked
package slipway.policy;

import org.jspecify.annotations.NullMarked;
