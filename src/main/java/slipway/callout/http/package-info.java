@NullMarked
package slipway.callout.http;

import org.jspecify.annotations.NullMarked;
