package slipway.kill;

/** What a kill takes down at once, or is asked to end by itself. */
enum Victims {
    MAIL_SERVER(false, false, true, "mail server"),
    DATABASE(false, true, false, "database"),
    APPLICATION(true, false, false, "application"),
    /** With SIGTERM, as an operator does: its database ends with it. */
    ASKED(true, false, false, "application asked to end"),
    EVERYTHING(true, true, true, "application, database and mail server"),
    APPLICATION_AND_DATABASE(true, true, false, "application and database");

    private final boolean application;
    private final boolean database;
    private final boolean mail;
    private final String words;

    Victims(boolean application, boolean database, boolean mail, String words) {
        this.application = application;
        this.database = database;
        this.mail = mail;
        this.words = words;
    }

    boolean application() {
        return application;
    }

    boolean database() {
        return database;
    }

    boolean mail() {
        return mail;
    }

    String words() {
        return words;
    }
}
