package slipway.policy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A time that a policy says, by the name under which models wait for it: {@code EARLY_LIFE} is {@code early-life}. */
public enum PolicyTime {
    /** For how long a wave is watched. */
    SOAK(Policy::soak),
    /** For how long a release is watched after its rollout. */
    EARLY_LIFE(Policy::earlyLife);

    private final Function<Policy, Duration> read;

    PolicyTime(Function<Policy, Duration> read) {
        this.read = read;
    }

    /** The one of that name, where there is one. */
    public static Optional<PolicyTime> named(String id) {
        return Arrays.stream(values()).filter(time -> time.id().equals(id)).findFirst();
    }

    /** Every name. */
    public static List<String> names() {
        return Arrays.stream(values()).map(PolicyTime::id).toList();
    }

    public Duration of(Policy policy) {
        return read.apply(policy);
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For people. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
