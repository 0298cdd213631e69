package counterexample.library.files;

/** An inside that only the library may enter. */
public class Shelf {}
