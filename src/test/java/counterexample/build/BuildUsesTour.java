package counterexample.build;

import counterexample.tour.Seed;

class BuildUsesTour {
    Seed seed = new Seed();
}
