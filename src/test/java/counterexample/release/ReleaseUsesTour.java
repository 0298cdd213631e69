package counterexample.release;

import counterexample.tour.Seed;

class ReleaseUsesTour {
    Seed seed = new Seed();
}
