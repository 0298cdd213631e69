package counterexample.library;

import counterexample.tour.Seed;

class LibraryUsesTour {
    Seed seed = new Seed();
}
