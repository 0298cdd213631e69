package slipway.identity;

import slipway.event.Event;

/**
 * What became of accounts and their groups, and what was noticed of people who guess passwords. An account that does not
 * exist is not named: it may be a password.
 */
public sealed interface AccountEvent extends Event {
    String UNKNOWN = "";

    /** For one account from one address. */
    record GuessesSlowedDown(String account, String address, boolean known) implements AccountEvent {
        @Override
        public String words() {
            return "Many wrong passwords for " + named(account) + " came from " + address
                    + (known ? ", where it logged in before" : "") + "; further ones from there wait.";
        }

        @Override
        public String subject() {
            return account;
        }
    }

    /** For several accounts from one address. */
    record AddressSlowedDown(String address) implements AccountEvent {
        @Override
        public String words() {
            return "Many wrong passwords came from " + address
                    + "; whoever never logged in from there waits before the next.";
        }
    }

    /** For one account from several addresses. */
    record AccountSlowedDown(String account) implements AccountEvent {
        @Override
        public String words() {
            return "Many wrong passwords for " + named(account)
                    + " came from several addresses; from where it logged in before it still may.";
        }

        @Override
        public String subject() {
            return account;
        }
    }

    record AccountCreated(String account, String mail) implements AccountEvent {
        @Override
        public String words() {
            return "The account '" + account + "' was created with " + mailed(mail) + ".";
        }

        @Override
        public String subject() {
            return account;
        }
    }

    record AccountDeleted(String account) implements AccountEvent {
        @Override
        public String words() {
            return "The account '" + account + "' was deleted.";
        }

        @Override
        public String subject() {
            return account;
        }
    }

    record MailChanged(String account, String before, String after) implements AccountEvent {
        @Override
        public String words() {
            return "The account '" + account + "' has " + mailed(after) + " instead of " + mailed(before) + ".";
        }

        @Override
        public String subject() {
            return account;
        }
    }

    record PasswordChanged(String account) implements AccountEvent {
        @Override
        public String words() {
            return "The account '" + account + "' has another password.";
        }

        @Override
        public String subject() {
            return account;
        }
    }

    record GroupJoined(String account, String group) implements AccountEvent {
        @Override
        public String words() {
            return "'" + account + "' belongs to the group " + group + " from now on.";
        }

        @Override
        public String subject() {
            return account;
        }
    }

    record GroupLeft(String account, String group) implements AccountEvent {
        @Override
        public String words() {
            return "'" + account + "' does not belong to the group " + group + " any more.";
        }

        @Override
        public String subject() {
            return account;
        }
    }

    private static String mailed(String mail) {
        return mail.isEmpty() ? "no mail address" : "the mail address " + mail;
    }

    private static String named(String account) {
        return account.equals(UNKNOWN) ? "an account that does not exist" : "'" + account + "'";
    }
}
