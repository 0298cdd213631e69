@NullMarked
package slipway.build;

import org.jspecify.annotations.NullMarked;
