package counterexample.review;

/** What the tour has no need of. */
public class Lessons {}
