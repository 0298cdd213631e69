@NullMarked
package slipway.engine.web;

import org.jspecify.annotations.NullMarked;
