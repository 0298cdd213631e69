@NullMarked
package slipway.runtime.database;

import org.jspecify.annotations.NullMarked;
