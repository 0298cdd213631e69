package slipway.approval.process;

import slipway.engine.ProcessVariable;

/** Names in the model {@code AuthoriseRelease}. */
public final class AuthoriseProcess {
    public static final String KEY = "AuthoriseRelease";
    public static final String TASK_GIVE_GO_NO_GO = "Task_GiveGoNoGo";
    public static final ProcessVariable<String> GO_NO_GO = new ProcessVariable<>("goNoGo", String.class);

    private AuthoriseProcess() {}
}
