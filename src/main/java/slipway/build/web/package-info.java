@NullMarked
package slipway.build.web;

import org.jspecify.annotations.NullMarked;
