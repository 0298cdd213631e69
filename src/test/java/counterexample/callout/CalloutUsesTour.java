package counterexample.callout;

import counterexample.tour.Seed;

class CalloutUsesTour {
    Seed seed = new Seed();
}
