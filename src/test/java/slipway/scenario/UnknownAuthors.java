package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import slipway.engine.SystemScope;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.identity.MailOwners;
import slipway.release.ReleaseState;
import slipway.shared.Actor;

/** Some authors of a build are in no directory: nobody tests it before a person said who each of them is. */
@Component
class UnknownAuthors {
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private final Bank bank;
    private final MailOwners owners;
    private final Duties duties;
    private final IdentityService identities;

    UnknownAuthors(Bank bank, MailOwners owners, Duties duties, IdentityService identities) {
        this.bank = bank;
        this.identities = identities;
        this.owners = owners;
        this.duties = duties;
    }

    /** One is a colleague who writes from home, the other works elsewhere; the next release asks nothing. */
    void waitForAnAnswer() throws IOException {
        waits((story, home) -> {});
    }

    /** The same, and what says too little, or of others, is refused before. */
    void waitForAnAnswerThatSaysEnough() throws IOException {
        waits(UnknownAuthors::tryLess);
    }

    private static void tryLess(Story story, String home) {
        story.attempt("conrad", "AnswerForAuthors", Map.of()).hasMessageContaining("answer-missing");
        story.attempt("conrad", "AnswerForAuthors", Map.of("theirs", List.of(home), "account", "nobody"))
                .hasMessageContaining("unknown-account");
        story.attempt("conrad", "AnswerForAuthors", Map.of("outside", List.of("ben@alpenbank.example")))
                .hasMessageContaining("unknown-option");
    }

    private void waits(BiConsumer<Story, String> meanwhile) throws IOException {
        int number = NEXT.getAndIncrement();
        String home = "tom-" + number + "@home.example";
        String works = "works-" + number + ".example";
        try {
            waits(home, works, meanwhile);
        } finally {
            // Their commits stay, and the next scenario builds on them.
            owners.outside(Set.of(home), Set.of(works), new Actor("conrad"), "The scenario is over");
        }
    }

    private void waits(String home, String works, BiConsumer<Story, String> meanwhile) throws IOException {
        bank.everySiteRunsTheBaseline();
        bank.tag(Bank.UNIT, Map.of("README.md", "# From home"), "T. T. [](http://evil)", home);
        String tag = bank.tag(Bank.UNIT, Map.of("README.md", "# From outside"), "Eve", "eve@" + works);
        Story story = asked("mara", tag);

        assertThat(story.shows("conrad", "AnswerForAuthors", "authors")).contains(home, "eve@" + works);
        meanwhile.accept(story, home);
        story.does("conrad", "AnswerForAuthors", Map.of("theirs", List.of(home), "account", "tom"))
                .waitsAt("AnswerForAuthors");
        story.does(
                        "conrad",
                        "AnswerForAuthors",
                        Map.of("domains", List.of(works), "remark", "Our contractor for the directory"))
                .attestsScan("sofia")
                .is(ReleaseState.IN_TEST);

        assertThat(duties.performers(story.number(), Duty.BUILDER))
                .as("who wrote it, and who said so of the others")
                .contains(new Actor("tom"), new Actor("conrad"));
        story.attempt("tom", "JudgeTests", Map.of("decision", "PASS", "reason", "Tried by hand, too"))
                .hasMessageContaining("separation-of-duties");
        bank.endsEverything();
        asked("mara", bank.tag(Bank.UNIT, Map.of("README.md", "# Again"), "Eve", "eve@" + works))
                .waitsAt("AttestScan");
    }

    /** Their domain was answered for as a whole, and then somebody of ours has an address there. */
    void becomeUnknownAgain() throws IOException {
        String works = "works-" + NEXT.getAndIncrement() + ".example";
        bank.everySiteRunsTheBaseline();
        String tag = bank.tag(Bank.UNIT, Map.of("README.md", "# Bought"), "Eve", "eve@" + works);
        Story story = asked("mara", tag)
                .does("conrad", "AnswerForAuthors", Map.of("domains", List.of(works), "remark", "Our contractor"))
                .waitsAt("AttestScan");
        String before = mail("paula", "paula@" + works);
        try {
            story.attestsScan("sofia").waitsAt("RepairBuild");
            assertThat(story.shows("ben", "RepairBuild", "reasons")).contains("known to nobody here");
            story.does(
                            "ben",
                            "RepairBuild",
                            Map.of("tag", tag, "cause", "INFRASTRUCTURE", "remark", "Asked about once more"))
                    .does(
                            "conrad",
                            "AnswerForAuthors",
                            Map.of("outside", List.of("eve@" + works), "remark", "She works for herself"))
                    .attestsScan("sofia")
                    .is(ReleaseState.IN_TEST);
        } finally {
            mail("paula", before);
        }
    }

    /** Gives the account that address; returns its former one. */
    private String mail(String account, String address) {
        return SystemScope.call(() -> {
            User user = identities.createUserQuery().userId(account).singleResult();
            String before = user.getEmail();
            user.setEmail(address);
            identities.saveUser(user);
            return before;
        });
    }

    private Story asked(String requester, String tag) {
        return bank.release(requester, "Written elsewhere")
                .confirmsScope("rita", tag, bank.approvedRfc("What others wrote"))
                .draftsPlan("rita")
                .approvesBaseline("carl");
    }
}
