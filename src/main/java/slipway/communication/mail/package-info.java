@NullMarked
package slipway.communication.mail;

import org.jspecify.annotations.NullMarked;
