@NullMarked
package slipway.site.port;

import org.jspecify.annotations.NullMarked;
