@NullMarked
package slipway.acceptance.process;

import org.jspecify.annotations.NullMarked;
