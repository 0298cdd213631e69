/** What is in the database before the application may use it: tables, engine tables, rights. */
@NullMarked
package slipway.runtime.database;

import org.jspecify.annotations.NullMarked;
