/**
 * Shares of the server: who asks much waits behind who asks little, and what Slipway itself needs is never given to
 * requests. Places are few and bound to connections of the database; visitors wait for one, for a short time, or are
 * told to come again.
 */
@NullMarked
package slipway.engine.share;

import org.jspecify.annotations.NullMarked;
