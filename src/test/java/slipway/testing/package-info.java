/** What tests of all capabilities stand on: one database, one application context, one folder for files. */
@NullMarked
package slipway.testing;

import org.jspecify.annotations.NullMarked;
