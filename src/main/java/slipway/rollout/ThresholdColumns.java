package slipway.rollout;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A threshold in three columns of a row; without a percentage there is none, a number that is absent limits nothing. */
final class ThresholdColumns {
    private ThresholdColumns() {}

    static Map<String, @Nullable Object> of(String name, Optional<Threshold> threshold) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put(name + "_percent", threshold.map(Threshold::percent).orElse(null));
        columns.put(
                name + "_most",
                threshold.map(Threshold::maxFailed).map(ThresholdColumns::value).orElse(null));
        columns.put(
                name + "_row",
                threshold.map(Threshold::inARow).map(ThresholdColumns::value).orElse(null));
        return columns;
    }

    static Optional<Threshold> read(ResultSet row, String name) throws SQLException {
        BigDecimal percent = row.getBigDecimal(name + "_percent");
        return percent == null
                ? Optional.empty()
                : Optional.of(new Threshold(percent, number(row, name + "_most"), number(row, name + "_row")));
    }

    private static OptionalInt number(ResultSet row, String column) throws SQLException {
        Integer value = row.getObject(column, Integer.class);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static @Nullable Integer value(OptionalInt limit) {
        return limit.isPresent() ? limit.getAsInt() : null;
    }
}
