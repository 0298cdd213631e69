/**
 * Accounts of the engine: what becomes of them is on record, and passwords are checked so that guessing gets slow and
 * ends, and nobody locks another person out.
 */
@NullMarked
package slipway.engine.account;

import org.jspecify.annotations.NullMarked;
