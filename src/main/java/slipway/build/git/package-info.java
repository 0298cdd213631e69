@NullMarked
package slipway.build.git;

import org.jspecify.annotations.NullMarked;
