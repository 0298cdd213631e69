@NullMarked
package slipway.build.process;

import org.jspecify.annotations.NullMarked;
