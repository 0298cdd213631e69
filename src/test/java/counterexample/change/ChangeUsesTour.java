package counterexample.change;

import counterexample.tour.Seed;

class ChangeUsesTour {
    Seed seed = new Seed();
}
