package slipway.tour;

import slipway.build.git.PackedFiles;
import slipway.cmdb.Unit;

/** A unit of the bank, and the version that ran before Slipway came; {@code papers} are kept with it in the library. */
record TourUnit(Unit unit, String version, PackedFiles files, PackedFiles papers) {}
