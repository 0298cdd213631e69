package slipway.engine.guard;

import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.SetAnnotationForOperationLog;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveGroupCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SetAnnotationForIncidentCmd;
import org.camunda.bpm.engine.impl.cmd.SetUserInfoCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.jspecify.annotations.Nullable;
import slipway.shared.PlainText;
import slipway.shared.Refusal;

/** Names and notes that people give outside of forms; others read them too. */
final class FreeText {
    private FreeText() {}

    /** The command, if each text that it would store is plain. */
    static Command<?> checked(Command<?> command, Caller caller) {
        switch (command) {
            case SaveFilterCmd filter -> filter((Filter) Parameters.any(filter, "filter"), caller);
            case SaveUserCmd user -> user((User) Parameters.any(user, "user"), caller);
            case SaveGroupCmd group -> group((Group) Parameters.any(group, "group"), caller);
            case SetUserInfoCmd info -> {
                line("key", Parameters.text(info, "key"), caller);
                line("value", Parameters.text(info, "value"), caller);
            }
            case SetAnnotationForIncidentCmd note -> annotation(note, caller);
            case SetAnnotationForOperationLog note -> annotation(note, caller);
            default -> {}
        }
        return command;
    }

    /** That text as it may be kept. */
    static @Nullable String lines(String field, @Nullable String typed, Subject subject, Caller caller) {
        return typed == null ? null : plain(field, PlainText.lines(typed, PlainText.LINES), subject, caller);
    }

    private static void filter(@Nullable Filter filter, Caller caller) {
        if (filter != null) {
            filter.setName(line("name", filter.getName(), caller));
            each("properties", filter.getProperties(), caller);
        }
    }

    private static void user(@Nullable User user, Caller caller) {
        if (user != null) {
            line("id", user.getId(), caller);
            user.setFirstName(line("firstName", user.getFirstName(), caller));
            user.setLastName(line("lastName", user.getLastName(), caller));
            user.setEmail(line("email", user.getEmail(), caller));
        }
    }

    private static void group(@Nullable Group group, Caller caller) {
        if (group != null) {
            line("id", group.getId(), caller);
            group.setName(line("name", group.getName(), caller));
            group.setType(line("type", group.getType(), caller));
        }
    }

    private static void annotation(Command<?> note, Caller caller) {
        lines("annotation", Parameters.text(note, "annotation"), Subject.NONE, caller);
    }

    /** Whatever a filter carries, keys included: Tasklist shows description, colour and labels of variables. */
    private static void each(String field, @Nullable Object value, Caller caller) {
        switch (value) {
            case String text -> lines(field, text, Subject.NONE, caller);
            case Collection<?> items -> items.forEach(item -> each(field, item, caller));
            case Map<?, ?> map ->
                map.forEach((key, item) -> {
                    each(field, key, caller);
                    each(field, item, caller);
                });
            case null, default -> {}
        }
    }

    private static @Nullable String line(String field, @Nullable String typed, Caller caller) {
        return typed == null ? null : plain(field, PlainText.line(typed, PlainText.LINE), Subject.NONE, caller);
    }

    private static String plain(String field, PlainText.Reading reading, Subject subject, Caller caller) {
        return switch (reading) {
            case PlainText.Plain plain -> plain.text();
            case PlainText.Wrong wrong ->
                throw caller.refusedEntry(
                        subject, Refusal.at(field, wrong.rule(), "'" + field + "' " + wrong.sentence()));
        };
    }
}
