package counterexample.cmdb;

import counterexample.tour.Seed;

class CmdbUsesTour {
    Seed seed = new Seed();
}
