@NullMarked
package slipway.library.web;

import org.jspecify.annotations.NullMarked;
