@NullMarked
package slipway.release.process;

import org.jspecify.annotations.NullMarked;
