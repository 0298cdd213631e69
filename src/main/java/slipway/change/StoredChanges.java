package slipway.change;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.shared.Refusal;
import slipway.shared.RfcNumber;

@Component
@Transactional
class StoredChanges implements Changes {
    private final RfcTable rfcs;

    StoredChanges(RfcTable rfcs) {
        this.rfcs = rfcs;
    }

    @Override
    public Optional<Rfc> find(RfcNumber number) {
        return rfcs.find(number);
    }

    @Override
    public List<Rfc> approved() {
        return rfcs.inStatus(Rfc.Status.APPROVED);
    }

    @Override
    public Optional<Refusal> notReleasable(Set<RfcNumber> numbers) {
        List<String> bad = numbers.stream()
                .sorted(Comparator.comparing(RfcNumber::value))
                .flatMap(number -> obstacle(number).stream())
                .toList();
        return bad.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        "rfcs",
                        "only-approved-rfcs",
                        "Only approved RFCs enter a release: " + String.join(", ", bad)
                                + ". Leave them out or have them approved."));
    }

    private Optional<String> obstacle(RfcNumber number) {
        return rfcs.find(number)
                .map(rfc -> rfc.status() == Rfc.Status.APPROVED
                        ? Optional.<String>empty()
                        : Optional.of(number + " is " + rfc.status().name().toLowerCase(Locale.ROOT)))
                .orElse(Optional.of(number + " is unknown"));
    }

    @Override
    public void implemented(Set<RfcNumber> numbers) {
        numbers.forEach(number -> rfcs.become(number, Rfc.Status.IMPLEMENTED));
    }

    @Override
    public void register(Rfc rfc) {
        rfcs.save(rfc);
    }
}
