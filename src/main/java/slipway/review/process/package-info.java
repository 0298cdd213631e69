@NullMarked
package slipway.review.process;

import org.jspecify.annotations.NullMarked;
