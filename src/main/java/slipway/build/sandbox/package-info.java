@NullMarked
package slipway.build.sandbox;

import org.jspecify.annotations.NullMarked;
