@NullMarked
package slipway.rollout.web;

import org.jspecify.annotations.NullMarked;
