@NullMarked
package slipway.site.directory;

import org.jspecify.annotations.NullMarked;
