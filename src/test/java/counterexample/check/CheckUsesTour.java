package counterexample.check;

import counterexample.tour.Seed;

class CheckUsesTour {
    Seed seed = new Seed();
}
