/** Follows every way that a release can take through a set of models, with what the beans behind them promise. */
@NullMarked
package slipway.engine.proof;

import org.jspecify.annotations.NullMarked;
