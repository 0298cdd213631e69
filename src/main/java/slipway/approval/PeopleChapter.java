package slipway.approval;

import java.util.List;
import slipway.identity.PeopleChanges.Change;
import slipway.release.Chapter;

/** What became of accounts and roles since the release was begun, oldest first: who may decide may have changed. */
public record PeopleChapter(List<Change> changes) implements Chapter {}
