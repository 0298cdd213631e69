package slipway.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import slipway.testing.Visitor;

/** The tour's people, who do over REST whatever waits for them in one release, and try again when nobody answers. */
final class Robot implements AutoCloseable {
    private static final int PATIENCE = 15;
    private final Map<String, Visitor> people = new TreeMap<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final Visitor requester;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::work, "people");
    private final AtomicInteger acts = new AtomicInteger();
    private volatile boolean closed;
    private volatile @Nullable Throwable trouble;
    private final Delivery delivery;
    private final Set<Delivery> readyToGo;
    private volatile String release = "";
    private volatile String latest = "";

    /** The go is given when every release is ready for it, which {@code readyToGo} tells, so that they roll out at once. */
    Robot(int port, String password, Delivery delivery, Set<Delivery> readyToGo) {
        this.delivery = delivery;
        this.readyToGo = readyToGo;
        Acts.people().forEach(person -> people.put(person, Visitor.program(port, person, password)));
        requester = Visitor.program(port, "mara", password);
    }

    /** Requests a release and lets everybody go to work; its number. */
    String request(String title) {
        HttpResponse<String> answer = requester.post(
                "/engine-rest/process-definition/key/ReleaseManagement/submit-form",
                Acts.submission(Map.of("title", title, "purpose", "Tellers wait too long at the counter.")));
        if (answer.statusCode() != 200) {
            throw new AssertionError("No release: " + answer.statusCode() + " " + answer.body());
        }
        release = Acts.tree(answer.body()).path("businessKey").asText();
        thread.start();
        return release;
    }

    String release() {
        return release;
    }

    int acts() {
        return acts.get();
    }

    /** Whether the release is closed; an error when the people cannot go on. */
    boolean closed() {
        Throwable why = trouble;
        if (why != null) {
            throw new AssertionError(release + " cannot go on after " + latest, why);
        }
        return closed;
    }

    /** Where the release stands, for people. */
    String standing() {
        return release + ", " + acts + " acts, the last " + latest;
    }

    private void work() {
        try {
            while (!closed && !stopped.await(200, TimeUnit.MILLISECONDS)) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | AssertionError e) {
            trouble = e;
        }
    }

    private void round() {
        try {
            for (Map.Entry<String, Visitor> person : people.entrySet()) {
                HttpResponse<String> tasks =
                        person.getValue().get("/engine-rest/task?processInstanceBusinessKey=" + release);
                if (tasks.statusCode() == 200) {
                    Acts.tree(tasks.body()).forEach(task -> act(person.getKey(), person.getValue(), task));
                }
            }
            HttpResponse<String> picture = requester.get("/api/releases/" + release);
            closed = picture.statusCode() == 200
                    && Acts.tree(picture.body()).at("/scope/state").asText().equals("CLOSED");
        } catch (UncheckedIOException killed) {
            latest = latest.replaceAll(" \\(nobody answers\\)$", "") + " (nobody answers)";
        }
    }

    private void act(String person, Visitor visitor, JsonNode task) {
        String name = task.path("taskDefinitionKey").asText().replace("Task_", "");
        String path = "/engine-rest/task/" + task.path("id").asText();
        String assignee = task.path("assignee").asText("");
        if (!Acts.does(person, name) || !(assignee.isEmpty() || assignee.equals("null") || assignee.equals(person))) {
            return;
        }
        if (name.equals("GiveGoNoGo") && !together()) {
            return;
        }
        if (!assignee.equals(person)) {
            visitor.post(path + "/claim", "{\"userId\":\"" + person + "\"}");
        }
        visitor.get(path + "/form-variables");
        HttpResponse<String> answer =
                visitor.post(path + "/submit-form", Acts.submission(Acts.entries(name, delivery)));
        if (answer.statusCode() < 300) {
            latest = name + " by " + person;
            acts.incrementAndGet();
        } else if (refusals.merge(task.path("id").asText(), 1, Integer::sum) > PATIENCE) {
            throw new AssertionError(name + " by " + person + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private boolean together() {
        readyToGo.add(delivery);
        return readyToGo.size() == Delivery.values().length;
    }

    @Override
    public void close() throws InterruptedException {
        stopped.countDown();
        thread.join(TimeUnit.SECONDS.toMillis(30));
    }
}
