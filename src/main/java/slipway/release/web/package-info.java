@NullMarked
package slipway.release.web;

import org.jspecify.annotations.NullMarked;
