package slipway.site;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.shared.SiteId;

@Component
class StoredManifests implements Manifests {
    private final JdbcClient jdbc;
    private final SigningKey key;
    private final OrderRunner runner;
    private final Clock clock;

    StoredManifests(JdbcClient jdbc, SigningKey key, OrderRunner runner, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.runner = runner;
        this.clock = clock;
    }

    @Override
    @Transactional
    public SignedManifest sign(Order order, OrderHandler.Instruction instruction) {
        SiteManifest manifest = new SiteManifest(
                order.site(),
                next(order.site()),
                order.batch().kind() == Order.Kind.RESTORE ? SiteManifest.Kind.BACK_OUT : SiteManifest.Kind.INSTALL,
                order.batch().release(),
                order.unit(),
                SiteManifest.version(instruction),
                instruction.files());
        SignedManifest signed = SignedManifest.of(manifest, key);
        jdbc.sql("""
                        insert into slipway.signed_manifest (site, sequence, site_order, envelope, signed_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        order.site().value(),
                        manifest.sequence(),
                        order.id(),
                        signed.json(),
                        Timestamp.from(clock.instant()))
                .update();
        return signed;
    }

    /** Rises with each manifest, also when two are signed at once: the row is locked until the first is committed. */
    private long next(SiteId site) {
        return jdbc.sql("""
                        insert into slipway.site_sequence (site, last) values (?, 1)
                        on conflict (site) do update set last = site_sequence.last + 1
                        returning last
                        """).param(site.value()).query(Long.class).single();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SignedManifest> of(Order order) {
        return jdbc.sql("""
                        select envelope from slipway.signed_manifest where site_order = ? order by sequence desc limit 1
                        """).param(order.id()).query(String.class).optional().map(SignedManifest::parse);
    }

    @Override
    @Transactional(readOnly = true)
    public ManifestCheck check(String envelope, SiteId site) {
        ManifestCheck check = ManifestCheck.of(envelope, key.publicKey(), site);
        return check instanceof ManifestCheck.Genuine genuine ? stillWanted(genuine) : check;
    }

    private ManifestCheck stillWanted(ManifestCheck.Genuine genuine) {
        return order(genuine.manifest())
                .map(order -> genuine.stillWanted(
                        order.state(),
                        newest(order),
                        runner.handler(order.batch().kind()).instruction(order)))
                .orElseGet(genuine::unknown);
    }

    private long newest(Order order) {
        return jdbc.sql("select max(sequence) from slipway.signed_manifest where site_order = ?")
                .param(order.id())
                .query(Long.class)
                .single();
    }

    /** Where the database was put back from a backup, numbers that were given since are unknown, or given again. */
    private Optional<Order> order(SiteManifest manifest) {
        return jdbc.sql("""
                        select o.* from slipway.signed_manifest m join slipway.site_order o on o.id = m.site_order
                        where m.site = ? and m.sequence = ? and o.release = ? and o.unit = ?
                        """)
                .params(
                        manifest.site().value(),
                        manifest.sequence(),
                        manifest.release().value(),
                        manifest.unit().value())
                .query(OrderTable::order)
                .optional();
    }

    @Override
    public String publicKey() {
        return key.pem();
    }
}
