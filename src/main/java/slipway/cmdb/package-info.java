@NullMarked
package slipway.cmdb;

import org.jspecify.annotations.NullMarked;
