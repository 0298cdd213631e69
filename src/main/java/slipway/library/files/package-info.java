@NullMarked
package slipway.library.files;

import org.jspecify.annotations.NullMarked;
