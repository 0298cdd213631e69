@NullMarked
package slipway.approval;

import org.jspecify.annotations.NullMarked;
