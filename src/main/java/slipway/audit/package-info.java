@NullMarked
package slipway.audit;

import org.jspecify.annotations.NullMarked;
