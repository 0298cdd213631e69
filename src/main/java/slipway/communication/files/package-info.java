@NullMarked
package slipway.communication.files;

import org.jspecify.annotations.NullMarked;
