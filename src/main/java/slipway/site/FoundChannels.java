package slipway.site;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import slipway.cmdb.Channel;
import slipway.cmdb.Site;
import slipway.shared.UnitId;
import slipway.site.port.Distribution;
import slipway.site.port.Inventory;
import slipway.site.port.Testable;

/** Channels as their adapters register themselves; one without both adapters is worked by people. */
@Component
class FoundChannels implements Channels {
    private final Map<Channel, Distribution> distributions;
    private final Map<Channel, Inventory> inventories;
    private final Map<Channel, Testable> tests;

    FoundChannels(List<Distribution> distributions, List<Inventory> inventories, List<Testable> tests) {
        this.distributions = byChannel(distributions, Distribution::channel);
        this.inventories = byChannel(inventories, Inventory::channel);
        this.tests = byChannel(tests, Testable::channel);
    }

    private static <A> Map<Channel, A> byChannel(List<A> adapters, Function<A, Channel> channel) {
        return adapters.stream().collect(Collectors.toUnmodifiableMap(channel, Function.identity()));
    }

    /** The names of the channels that need nobody. */
    String[] automatic() {
        return distributions.keySet().stream()
                .filter(inventories::containsKey)
                .map(Enum::name)
                .toArray(String[]::new);
    }

    @Override
    public boolean automatic(Site site) {
        return distributions.containsKey(site.channel()) && inventories.containsKey(site.channel());
    }

    @Override
    public Distribution distribution(Site site) {
        return adapter(distributions.get(site.channel()), site);
    }

    @Override
    public Inventory.Sighting look(Site site, UnitId unit) {
        return adapter(inventories.get(site.channel()), site).take(site, unit);
    }

    @Override
    public List<Testable.Check> tryOut(Site site) {
        Testable test = tests.get(site.channel());
        return test != null
                ? test.tryOut(site)
                : List.of(new Testable.Check(
                        "worked by people", automatic(site) ? "nobody can try out this channel; look yourself" : ""));
    }

    private static <A> A adapter(@Nullable A adapter, Site site) {
        if (adapter == null) {
            throw new IllegalStateException("site " + site.id() + " is reached " + site.channel() + ", by people");
        }
        return adapter;
    }
}
