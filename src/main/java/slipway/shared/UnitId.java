package slipway.shared;

/** Key of a release unit, for example {@code iban-check}. */
public record UnitId(String value) {
    public UnitId {
        Names.require("unit", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
