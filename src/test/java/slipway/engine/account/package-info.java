@NullMarked
package slipway.engine.account;

import org.jspecify.annotations.NullMarked;
