/** What decides is under mutation testing: which classes that are, and what came of it. */
@NullMarked
package slipway.mutation;

import org.jspecify.annotations.NullMarked;
