package slipway.engine.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import slipway.event.EventReaders;
import slipway.event.EventReaders.Standing;
import slipway.identity.Clearance;
import slipway.identity.MayUse;
import slipway.shared.PlainText;
import slipway.shared.Result;

/** Readers of the event log, as those see them who look after the installation. */
@RestController
class ReadersApi {
    private static final Logger LOG = LoggerFactory.getLogger(ReadersApi.class);

    private final EventReaders readers;

    ReadersApi(EventReaders readers) {
        this.readers = readers;
    }

    /** Each with the last event that it read; {@code again} says where it is in reading again. */
    @MayUse(Clearance.ADMINISTRATORS)
    @GetMapping("/api/readers")
    List<Map<String, Object>> all() {
        return readers.standings().stream().map(ReadersApi::row).toList();
    }

    /** Has a reader read the log from its first event again; 409 for one that acts on what it reads. */
    @MayUse(Clearance.ADMINISTRATORS)
    @PostMapping("/api/readers/{reader}/rebuild")
    ResponseEntity<Map<String, Object>> rebuild(@PathVariable("reader") String name, Authentication login) {
        Standing known = standing(name);
        if (readers.rebuild(known.name()) instanceof Result.Refused no) {
            ResponseStatusException acts = new ResponseStatusException(
                    HttpStatus.CONFLICT, no.refusal().reason());
            acts.getBody().setProperty("rule", no.refusal().rule());
            throw acts;
        }
        LOG.info("{} has the reader '{}' of the event log read again", login.getName(), name);
        return ResponseEntity.accepted().body(row(standing(name)));
    }

    private Standing standing(String name) {
        return readers.standings().stream()
                .filter(standing -> standing.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no reader '" + PlainText.quoted(name) + "'."));
    }

    private static Map<String, Object> row(Standing standing) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", standing.name());
        row.put("rebuildable", standing.derives());
        row.put("position", standing.position());
        row.put("again", standing.again().orElse(null));
        return row;
    }
}
