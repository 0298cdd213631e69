package counterexample.util;

class Helper {}
