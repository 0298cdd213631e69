package slipway.engine.gate;

/**
 * What is said of a single element of a process model, at the gate and in the Modeler: the rule, what is wrong, and the way
 * out. {@code %s} stands for what was found.
 */
enum Sentence {
    FOREIGN_ELEMENT("known-words", "elements of the namespace '%s' are not allowed; remove it"),
    UNKNOWN_EXTENSION("known-words", "the extension 'camunda:%s' is not allowed; remove it"),
    FOREIGN_ATTRIBUTE("known-words", "the attribute '%s' is of a foreign namespace; remove it"),
    UNKNOWN_ATTRIBUTE(
            "known-words", "the attribute '%s' is not allowed: no classes, scripts, expressions or embedded forms"),
    SCRIPT("no-scripts", "a '%s' is not allowed; name a bean in its delegate expression"),
    LANGUAGE("no-scripts", "names the language '%s'; only plain conditions run"),
    ODD_ATTRIBUTE("plain-expressions", "the attribute '%s' holds '%s', which is none of the forms allowed there"),
    ODD_TEXT(
            "plain-expressions",
            "holds '%s'; allowed are comparisons of variables with literals, a variable, or (for a timer) an ISO 8601"
                    + " text that is longer than nothing and repeats at most once a minute"),
    LISTENER_WITHOUT_BEAN("beans", "is a listener without a delegate expression; name a bean"),
    NO_EXPRESSION("beans", "the delegate expression '%s' is not of the form ${bean}"),
    NO_SUCH_BEAN("beans", "names '%s', but there is no bean of that name which is a %s"),
    NO_SUCH_TOPIC("beans", "waits for work of the topic '%s', which nobody does"),
    WORK_UNFOLLOWED(
            "beans",
            "names work of the topic '%s' where nobody follows it; draw a service task of the type external without a"
                    + " bean"),
    DOES_NOTHING("beans", "does nothing; name a bean, a decision table or a topic"),
    NO_TIME_TO_LIVE("time-to-live", "has no time to live for its history; give it one, for example P180D"),
    NOT_SAVED(
            "saved-before",
            "changes what no transaction takes back; tick asynchronous continuation before it, with a retry cycle such"
                    + " as PT10S,PT1M,PT10M,PT1H"),
    NO_FORM("forms", "has no form; refer to one by its id"),
    NO_GROUPS("task-groups", "is offered to nobody; name the groups that it is offered to"),
    NO_MESSAGE("messages", "waits for nothing that anybody tells; refer to a message"),
    NOT_BOUND("same-deployment", "must be bound by deployment (camunda:%s=\"deployment\")");

    private final String rule;
    private final String text;

    Sentence(String rule, String text) {
        this.rule = rule;
        this.text = text;
    }

    String rule() {
        return rule;
    }

    String text() {
        return text;
    }

    String of(Object... found) {
        return text.formatted(found);
    }
}
