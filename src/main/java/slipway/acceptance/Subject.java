package slipway.acceptance;

import slipway.library.Library.Holding;
import slipway.planning.Plan;
import slipway.release.SubmittedRelease;
import slipway.shared.PartId;

/** What is tried, and where: a part's revision as the library holds it, what is planned, and the place for it. */
record Subject(SubmittedRelease release, PartId part, Holding holding, Plan plan, TestEnvironment environment) {}
