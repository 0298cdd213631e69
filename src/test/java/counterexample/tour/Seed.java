package counterexample.tour;

/** What no capability may use. */
public class Seed {}
