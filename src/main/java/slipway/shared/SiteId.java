package slipway.shared;

/** Key of a site, for example {@code zurich}. */
public record SiteId(String value) {
    public SiteId {
        Names.require("site", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
