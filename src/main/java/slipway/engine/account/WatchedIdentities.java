package slipway.engine.account;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import slipway.identity.AccountEvent.AccountCreated;
import slipway.identity.AccountEvent.AccountDeleted;
import slipway.identity.AccountEvent.GroupJoined;
import slipway.identity.AccountEvent.GroupLeft;
import slipway.identity.AccountEvent.MailChanged;
import slipway.identity.AccountEvent.PasswordChanged;
import slipway.shared.PlainText;

/**
 * The engine's own users and groups, whose every change is an event. Who guesses passwords is slowed down by address and
 * account, and no account is locked: the engine's lock lets anybody keep anybody out. Whoever does not exist takes the
 * same steps as who does.
 */
final class WatchedIdentities extends DbIdentityServiceProvider {
    private final Logins logins;
    private final AccountLog log;

    WatchedIdentities(Logins logins, AccountLog log) {
        this.logins = logins;
        this.log = log;
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        UserEntity before = findUserById(user.getId());
        String mail = before == null ? "" : mail(before);
        String password = before == null ? "" : before.getPassword();
        IdentityOperationResult saved = super.saveUser(user);
        if (before == null) {
            log.tell(new AccountCreated(user.getId(), mail(user)));
        } else {
            if (!mail.equals(mail(user))) {
                log.tell(new MailChanged(user.getId(), mail, mail(user)));
            }
            if (!Objects.equals(password, user.getPassword())) {
                log.tell(new PasswordChanged(user.getId()));
            }
        }
        return saved;
    }

    @Override
    public IdentityOperationResult deleteUser(String account) {
        List<String> groups = createGroupQuery().groupMember(account).list().stream()
                .map(Group::getId)
                .toList();
        IdentityOperationResult deleted = super.deleteUser(account);
        if (changed(deleted)) {
            groups.forEach(group -> log.tell(new GroupLeft(account, group)));
            log.tell(new AccountDeleted(account));
        }
        return deleted;
    }

    @Override
    public IdentityOperationResult deleteGroup(String group) {
        List<String> members = createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .toList();
        IdentityOperationResult deleted = super.deleteGroup(group);
        if (changed(deleted)) {
            members.forEach(account -> log.tell(new GroupLeft(account, group)));
        }
        return deleted;
    }

    @Override
    public IdentityOperationResult createMembership(String account, String group) {
        IdentityOperationResult joined = super.createMembership(account, group);
        if (changed(joined)) {
            log.tell(new GroupJoined(account, group));
        }
        return joined;
    }

    @Override
    public IdentityOperationResult deleteMembership(String account, String group) {
        IdentityOperationResult left = super.deleteMembership(account, group);
        if (changed(left)) {
            log.tell(new GroupLeft(account, group));
        }
        return left;
    }

    private static boolean changed(IdentityOperationResult result) {
        return !IdentityOperationResult.OPERATION_NONE.equals(result.getOperation());
    }

    private static String mail(User user) {
        return Objects.requireNonNullElse(user.getEmail(), "");
    }

    @Override
    public boolean checkPassword(@Nullable String account, @Nullable String password) {
        if (account == null || password == null || !named(account)) {
            return false;
        }
        UserEntity found = findUserById(account);
        UserEntity user = found == null ? decoy() : found;
        return Origin.ofRequest()
                .map(address -> logins.tries(
                        account, address, found != null, () -> matchPassword(password, user) && found != null))
                .orElseGet(() -> matchPassword(password, user) && found != null);
    }

    /** The database holds no null, so asking it for one would be an error of ours and not of who asks. */
    private static boolean named(String account) {
        return !account.isBlank() && PlainText.line(account, PlainText.LINE) instanceof PlainText.Plain;
    }

    /** Somebody with a password that nobody has, so that looking takes as long. */
    private static UserEntity decoy() {
        UserEntity nobody = new UserEntity();
        nobody.setSalt(UUID.randomUUID().toString());
        nobody.setDbPassword(Decoy.PASSWORD);
        return nobody;
    }

    private static final class Decoy {
        private static final PasswordManager HASHING =
                Context.getProcessEngineConfiguration().getPasswordManager();
        private static final String PASSWORD = HASHING.encrypt(UUID.randomUUID().toString());
    }
}
