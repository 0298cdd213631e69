@NullMarked
package slipway.acceptance;

import org.jspecify.annotations.NullMarked;
