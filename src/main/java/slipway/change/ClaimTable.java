package slipway.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;

/** Which open release has which criterion at which site. */
@Repository
class ClaimTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    /** An RFC that the release does not have at some site; holder null = nobody has it there any more. */
    record Missing(RfcNumber rfc, @Nullable ReleaseNumber holder) {}

    ClaimTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Claims what nobody holds, and gives the new claims. A claim of a transaction that still runs is waited for, so
     * that of two at once one finds the other.
     */
    List<Long> claim(ReleaseNumber release, Set<RfcNumber> rfcs, Set<SiteId> sites) {
        return jdbc.sql("""
                        insert into slipway.rfc_claim (rfc, criterion, site, release, claimed_at)
                        select c.rfc, c.place, s.site, :release, :at
                        from slipway.rfc_criterion c cross join unnest(:sites::text[]) as s (site)
                        where c.rfc = any (:rfcs::text[])
                        order by c.rfc, c.place, s.site
                        on conflict (rfc, criterion, site) where ended_at is null do nothing
                        returning id
                        """)
                .param("release", release.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("rfcs", rfcs(rfcs))
                .param("sites", sites(sites))
                .query(Long.class)
                .list();
    }

    void undo(List<Long> claims) {
        jdbc.sql("delete from slipway.rfc_claim where id = any (?)")
                .param(claims.toArray(Long[]::new))
                .update();
    }

    /** Ends what the release claimed before and wants no more. */
    void endOthers(ReleaseNumber release, Set<RfcNumber> rfcs, Set<SiteId> sites) {
        jdbc.sql("""
                        update slipway.rfc_claim set ended_at = :at
                        where release = :release and ended_at is null
                          and (rfc <> all (:rfcs::text[]) or site <> all (:sites::text[]))
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("release", release.value())
                .param("rfcs", rfcs(rfcs))
                .param("sites", sites(sites))
                .update();
    }

    /** What of it the release does not have, by number. */
    List<Missing> missing(ReleaseNumber release, Set<RfcNumber> rfcs, Set<SiteId> sites) {
        return jdbc.sql("""
                        select distinct c.rfc, h.release
                        from slipway.rfc_criterion c cross join unnest(:sites::text[]) as s (site)
                          left join slipway.rfc_claim h on h.rfc = c.rfc and h.criterion = c.place
                            and h.site = s.site and h.ended_at is null
                        where c.rfc = any (:rfcs::text[]) and h.release is distinct from :release
                        order by c.rfc, h.release
                        """)
                .param("release", release.value())
                .param("rfcs", rfcs(rfcs))
                .param("sites", sites(sites))
                .query(ClaimTable::missing)
                .list();
    }

    private static Missing missing(ResultSet row, int line) throws SQLException {
        String holder = row.getString("release");
        return new Missing(new RfcNumber(row.getString("rfc")), holder == null ? null : new ReleaseNumber(holder));
    }

    /** Ends every claim, and gives the RFCs. They are locked, so that of two releases that end one is the last. */
    List<RfcNumber> end(ReleaseNumber release) {
        List<RfcNumber> ended = jdbc.sql("""
                        select number from slipway.rfc
                        where number in (select rfc from slipway.rfc_claim where release = ? and ended_at is null)
                        order by number for update
                        """)
                .param(release.value())
                .query((row, line) -> new RfcNumber(row.getString("number")))
                .list();
        jdbc.sql("update slipway.rfc_claim set ended_at = ? where release = ? and ended_at is null")
                .params(Timestamp.from(clock.instant()), release.value())
                .update();
        return ended;
    }

    /** Ends the claims at these sites, and gives the RFCs. */
    List<RfcNumber> endAt(ReleaseNumber release, Set<SiteId> sites) {
        return jdbc.sql("""
                        with ended as (
                          update slipway.rfc_claim set ended_at = :at
                           where release = :release and site = any (:sites::text[]) and ended_at is null
                          returning rfc)
                        select distinct rfc from ended order by rfc
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("release", release.value())
                .param("sites", sites(sites))
                .query((row, line) -> new RfcNumber(row.getString(1)))
                .list();
    }

    List<ReleaseNumber> claimants(RfcNumber rfc) {
        return releases(
                "select distinct release from slipway.rfc_claim where rfc = ? and ended_at is null order by 1", rfc);
    }

    List<ReleaseNumber> everClaimedBy(RfcNumber rfc) {
        return releases("select distinct release from slipway.rfc_claim where rfc = ? order by 1", rfc);
    }

    private List<ReleaseNumber> releases(String query, RfcNumber rfc) {
        return jdbc.sql(query)
                .param(rfc.value())
                .query((row, line) -> new ReleaseNumber(row.getString(1)))
                .list();
    }

    private static String[] rfcs(Set<RfcNumber> rfcs) {
        return rfcs.stream().map(RfcNumber::value).sorted().toArray(String[]::new);
    }

    private static String[] sites(Set<SiteId> sites) {
        return sites.stream().map(SiteId::value).sorted().toArray(String[]::new);
    }
}
