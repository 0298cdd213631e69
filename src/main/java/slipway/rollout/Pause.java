package slipway.rollout;

/**
 * What decides what may be decided: whether the rollout was stopped while it ran ({@code false} = later, with every wave
 * over), whether failed sites wait for a decision, whether the plan's window has passed, and its point of no return.
 */
record Pause(boolean inRollout, boolean failedSites, boolean windowPassed, boolean pastNoReturn) {}
