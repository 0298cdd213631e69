package counterexample.shared;

import counterexample.tour.Seed;

class SharedUsesTour {
    Seed seed = new Seed();
}
