@NullMarked
package slipway.site.web;

import org.jspecify.annotations.NullMarked;
