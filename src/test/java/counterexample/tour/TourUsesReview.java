package counterexample.tour;

import counterexample.review.Lessons;

class TourUsesReview {
    Lessons lessons = new Lessons();
}
