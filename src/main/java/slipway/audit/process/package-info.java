@NullMarked
package slipway.audit.process;

import org.jspecify.annotations.NullMarked;
