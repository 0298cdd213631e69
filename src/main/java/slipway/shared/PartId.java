package slipway.shared;

/** One unit within one release. */
public record PartId(ReleaseNumber release, UnitId unit) {
    @Override
    public String toString() {
        return release + "/" + unit;
    }
}
