package slipway.identity;

import java.util.List;

/** The roles of release management; each is an engine group of that id. */
public enum Roles {
    IT_MANAGER("it-manager", "Sponsor", Desk.MANAGER),
    PROCESS_OWNER("process-owner", "Release process owner", Desk.MANAGER),
    RELEASE_MANAGER("release-manager", "Release manager", Desk.MANAGER),
    CHANGE_MANAGER("change-manager", "Change manager", Desk.MANAGER),
    CAB("cab", "Change Advisory Board", Desk.APPROVER),
    ECAB("ecab", "Emergency committee", Desk.APPROVER),
    BUILD_ENGINEER("build-engineer", "Build engineer", Desk.APPROVER),
    TEST_MANAGER("test-manager", "Test manager", Desk.APPROVER),
    SERVICE_OWNER("service-owner", "Service owner", Desk.APPROVER),
    CONFIGURATION_MANAGER("configuration-manager", "Configuration manager", Desk.APPROVER),
    AUDITOR("auditor", "Auditor", Desk.MANAGER),
    SECURITY_OFFICER("security-officer", "Security officer", Desk.APPROVER),
    CONTINUITY_MANAGER("continuity-manager", "Business continuity manager", Desk.APPROVER),
    DEPLOYMENT_ENGINEER("deployment-engineer", "Deployment engineer", Desk.APPROVER),
    SITE_COORDINATOR("site-coordinator", "Site coordinator", Desk.APPROVER),
    COMMUNICATION_LEAD("communication-lead", "Communication lead", Desk.APPROVER),
    INCIDENT_MANAGER("incident-manager", "Incident manager", Desk.APPROVER);

    /** What a role opens of the web applications. */
    public enum Desk {
        /** Tasklist. */
        APPROVER,
        /** Tasklist, and Cockpit to read. */
        MANAGER
    }

    private final String group;
    private final String title;
    private final Desk desk;

    Roles(String group, String title, Desk desk) {
        this.group = group;
        this.title = title;
        this.desk = desk;
    }

    /** The id of the engine group. */
    public String group() {
        return group;
    }

    /** The role's name for people. */
    public String title() {
        return title;
    }

    public Desk desk() {
        return desk;
    }

    public static List<Roles> all() {
        return List.of(values());
    }
}
