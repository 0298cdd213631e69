package counterexample.approval;

import counterexample.tour.Seed;

class ApprovalUsesTour {
    Seed seed = new Seed();
}
