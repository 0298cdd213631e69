@NullMarked
package slipway.review;

import org.jspecify.annotations.NullMarked;
