package slipway.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom an endpoint serves. */
public enum Clearance {
    /** Even without a user: nothing is shown there. */
    ANYBODY("anybody"),
    /** Also users that belong to no role, such as that of a monitoring program. */
    EVERY_USER("users of Slipway"),
    /** The people of the organisation. */
    EVERY_ROLE("people with a role in release management", Roles.values()),
    /** Those who make, check and answer for what is built; logs say much about the inside of a product. */
    BUILDS(
            "",
            Roles.RELEASE_MANAGER,
            Roles.BUILD_ENGINEER,
            Roles.TEST_MANAGER,
            Roles.SECURITY_OFFICER,
            Roles.AUDITOR,
            Roles.CONFIGURATION_MANAGER,
            Roles.CHANGE_MANAGER,
            Roles.PROCESS_OWNER),
    /** Those who decide, check and answer for releases: what others decided, with their names and reasons. */
    DECISIONS(
            "",
            Roles.IT_MANAGER,
            Roles.PROCESS_OWNER,
            Roles.RELEASE_MANAGER,
            Roles.CHANGE_MANAGER,
            Roles.CAB,
            Roles.ECAB,
            Roles.TEST_MANAGER,
            Roles.SERVICE_OWNER,
            Roles.CONFIGURATION_MANAGER,
            Roles.AUDITOR,
            Roles.SECURITY_OFFICER,
            Roles.CONTINUITY_MANAGER,
            Roles.INCIDENT_MANAGER),
    /** Who scans: what nobody has scanned yet is for nobody else. */
    SCANS("", Roles.SECURITY_OFFICER),
    /** Those who connect sites and work at them. */
    SITES(
            "",
            Roles.RELEASE_MANAGER,
            Roles.CONFIGURATION_MANAGER,
            Roles.DEPLOYMENT_ENGINEER,
            Roles.SITE_COORDINATOR,
            Roles.AUDITOR),
    /** Those who look after the installation. */
    ADMINISTRATORS("administrators");

    /** The group of those who look after users, groups and failed jobs. */
    public static final String ADMINISTRATOR = "camunda-admin";

    private final String words;
    private final List<Roles> roles;

    Clearance(String words, Roles... roles) {
        this.words = words;
        this.roles = List.of(roles);
    }

    /** Whether it lets in a user who belongs to these groups. */
    public boolean admits(Set<String> groups) {
        return switch (this) {
            case ANYBODY, EVERY_USER -> true;
            case EVERY_ROLE, BUILDS, DECISIONS, SCANS, SITES ->
                roles.stream().map(Roles::group).anyMatch(groups::contains);
            case ADMINISTRATORS -> groups.contains(ADMINISTRATOR);
        };
    }

    /** Who that is, for people. */
    public String words() {
        return words.isEmpty()
                ? roles.stream()
                        .map(Roles::title)
                        .collect(Collectors.joining(", ", roles.size() == 1 ? "the role " : "the roles ", ""))
                : words;
    }
}
