/** The written side says only what the project does. */
@NullMarked
package slipway.docs;

import org.jspecify.annotations.NullMarked;
