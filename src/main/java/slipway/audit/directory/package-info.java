@NullMarked
package slipway.audit.directory;

import org.jspecify.annotations.NullMarked;
