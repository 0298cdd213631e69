@NullMarked
package slipway.site;

import org.jspecify.annotations.NullMarked;
