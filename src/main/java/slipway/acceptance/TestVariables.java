package slipway.acceptance;

import java.util.Locale;
import java.util.Set;
import slipway.shared.UnitId;

/** By which environment variables an acceptance command finds what it tests and what runs beside it. */
final class TestVariables {
    static final String VERSION = "VERSION";
    static final String INSTALLATION = "INSTALLATION";

    /** What the command or the sandbox needs for itself, and folders of the system: each is a name inside, too. */
    private static final Set<String> TAKEN = Set.of(
            VERSION,
            INSTALLATION,
            "PATH",
            "HOME",
            "TMPDIR",
            "LANG",
            "TZ",
            "SOURCE_DATE_EPOCH",
            "WORKSPACE",
            "USR",
            "BIN",
            "SBIN",
            "LIB",
            "LIB32",
            "LIB64",
            "LIBX32",
            "ETC",
            "PROC",
            "DEV",
            "TMP");

    private TestVariables() {}

    /** {@code payment-file} is {@code PAYMENT_FILE}; {@code path} is {@code PATH_}, which no unit can be called. */
    static String of(UnitId unit) {
        String name = unit.value().toUpperCase(Locale.ROOT).replace('-', '_');
        return TAKEN.contains(name) ? name + "_" : name;
    }
}
