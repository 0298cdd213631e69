@NullMarked
package slipway.site.process;

import org.jspecify.annotations.NullMarked;
