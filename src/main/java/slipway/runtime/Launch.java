package slipway.runtime;

import org.springframework.boot.SpringApplication;

/** Starts the application so that what stands in its way is told in one sentence. */
public final class Launch {
    private static final int REFUSED = 1;

    private Launch() {}

    /** Prepares, starts and, when the process is asked to end, stops everything in the right order. */
    public static void run(Class<?> application, String... arguments) {
        Running running = new Running();
        Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop-slipway"));
        SpringApplication spring = new SpringApplication(application);
        // Spring's own hook would race with ours, which stops the database last.
        spring.setRegisterShutdownHook(false);
        spring.addListeners(new Preparation(running));
        spring.addInitializers(running::startsWith);
        try {
            spring.run(arguments);
        } catch (RuntimeException alreadyReported) {
            System.exit(REFUSED);
        }
    }
}
