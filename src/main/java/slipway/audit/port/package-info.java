@NullMarked
package slipway.audit.port;

import org.jspecify.annotations.NullMarked;
