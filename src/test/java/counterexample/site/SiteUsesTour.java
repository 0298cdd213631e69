package counterexample.site;

import counterexample.tour.Seed;

class SiteUsesTour {
    Seed seed = new Seed();
}
