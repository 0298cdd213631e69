/** The product in a real browser, in the hands of the tour's people. */
@NullMarked
package slipway.browser;

import org.jspecify.annotations.NullMarked;
