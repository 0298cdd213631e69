package slipway.tour;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import slipway.change.Rfc;
import slipway.identity.Person;
import slipway.identity.Roles;
import slipway.shared.Actor;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** A small bank: people for every role, three places, requests for change. */
public final class TourOrganisation {
    static final UnitId IBAN_CHECK = new UnitId("iban-check");
    static final UnitId PAYMENT_FILE = new UnitId("payment-file");
    static final UnitId BANK_DIRECTORY = new UnitId("bank-directory");

    private TourOrganisation() {}

    /** Who works at Alpenbank. */
    public static List<Person> people() {
        return List.of(
                person("rita", "Rita Rieder", Roles.RELEASE_MANAGER),
                person("mara", "Mara Meier", Roles.RELEASE_MANAGER, Roles.CHANGE_MANAGER),
                person("carl", "Carl Caflisch", Roles.CHANGE_MANAGER, Roles.CAB, Roles.ECAB),
                person("ben", "Ben Bucher", Roles.BUILD_ENGINEER),
                person("sofia", "Sofia Sutter", Roles.SECURITY_OFFICER),
                person("tom", "Tom Thaler", Roles.TEST_MANAGER),
                person("olga", "Olga Odermatt", Roles.SERVICE_OWNER, Roles.CAB),
                person("conrad", "Conrad Camenzind", Roles.CONFIGURATION_MANAGER),
                person("anna", "Anna Arnold", Roles.AUDITOR),
                person("zoe", "Zoe Zurbriggen", Roles.SITE_COORDINATOR),
                person("nils", "Nils Nielsen", Roles.SITE_COORDINATOR),
                person("dana", "Dana Dörig", Roles.DEPLOYMENT_ENGINEER),
                person("chloe", "Chloe Clerc", Roles.COMMUNICATION_LEAD),
                person("igor", "Igor Imhof", Roles.INCIDENT_MANAGER, Roles.ECAB),
                person("paula", "Paula Perren", Roles.PROCESS_OWNER),
                person("ivan", "Ivan Iten", Roles.IT_MANAGER),
                person("cora", "Cora Christen", Roles.CONTINUITY_MANAGER));
    }

    record Place(SiteId id, String name, ZoneId zone, Actor coordinator, boolean disasterRecovery) {}

    static List<Place> places() {
        return List.of(
                place("zurich", "Zürich head office", "Europe/Zurich", "zoe", false),
                place("new-york", "New York branch", "America/New_York", "nils", false),
                place("singapore-dr", "Singapore disaster recovery", "Asia/Singapore", "zoe", true));
    }

    static List<Rfc> rfcs() {
        return List.of(
                rfc(
                        1001,
                        "Report a whole file of IBANs at once",
                        IBAN_CHECK,
                        Rfc.Impact.LOW,
                        Rfc.Status.APPROVED,
                        "A file of ten thousand IBANs is checked in one run.",
                        "The run ends with a count of good and bad ones."),
                rfc(
                        1002,
                        "Accept IBANs typed with spaces and in small letters",
                        IBAN_CHECK,
                        Rfc.Impact.MEDIUM,
                        Rfc.Status.APPROVED,
                        "'ch93 0076 2011 6238 5295 7' is accepted as the same IBAN as without spaces."),
                rfc(
                        1003,
                        "Know the IBAN countries added this year",
                        IBAN_CHECK,
                        Rfc.Impact.LOW,
                        Rfc.Status.APPROVED,
                        "Every country of the current registry is known with its length."),
                rfc(
                        1004,
                        "Check the bank behind an IBAN online",
                        IBAN_CHECK,
                        Rfc.Impact.HIGH,
                        Rfc.Status.REQUESTED,
                        "The bank's name is shown for every good IBAN."),
                rfc(
                        1005,
                        "Skip the check for well-known customers",
                        IBAN_CHECK,
                        Rfc.Impact.MEDIUM,
                        Rfc.Status.REJECTED,
                        "Payments of listed customers are not checked."),
                rfc(
                        1011,
                        "Check payment files of ten thousand lines",
                        PAYMENT_FILE,
                        Rfc.Impact.MEDIUM,
                        Rfc.Status.APPROVED,
                        "A file of ten thousand payments is checked within ten seconds.",
                        "A bad line is named with its number and the reason."),
                rfc(
                        1012,
                        "Show the totals of a payment file",
                        PAYMENT_FILE,
                        Rfc.Impact.LOW,
                        Rfc.Status.APPROVED,
                        "The sum of what can be paid is shown for each currency."),
                rfc(
                        1021,
                        "Use the bank directory of November",
                        BANK_DIRECTORY,
                        Rfc.Impact.LOW,
                        Rfc.Status.APPROVED,
                        "The banks that are new since October are known at every site."));
    }

    private static Person person(String id, String name, Roles... roles) {
        Set<String> groups = Set.of(Arrays.stream(roles).map(Roles::group).toArray(String[]::new));
        return new Person(new Actor(id), name, id + "@alpenbank.example", groups);
    }

    private static Place place(String id, String name, String zone, String coordinator, boolean disasterRecovery) {
        return new Place(new SiteId(id), name, ZoneId.of(zone), new Actor(coordinator), disasterRecovery);
    }

    private static Rfc rfc(
            int number, String title, UnitId unit, Rfc.Impact impact, Rfc.Status status, String... criteria) {
        return new Rfc(new RfcNumber("RFC-" + number), title, unit, impact, false, status, List.of(criteria));
    }
}
