package counterexample.review;

import counterexample.tour.Seed;

class ReviewUsesTour {
    Seed seed = new Seed();
}
