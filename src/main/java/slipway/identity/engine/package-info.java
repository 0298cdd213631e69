@NullMarked
package slipway.identity.engine;

import org.jspecify.annotations.NullMarked;
