@NullMarked
package slipway.approval.process;

import org.jspecify.annotations.NullMarked;
