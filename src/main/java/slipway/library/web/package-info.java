/** What lies in the library, to be fetched. */
@NullMarked
package slipway.library.web;

import org.jspecify.annotations.NullMarked;
