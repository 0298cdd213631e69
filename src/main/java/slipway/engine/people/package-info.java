@NullMarked
package slipway.engine.people;

import org.jspecify.annotations.NullMarked;
