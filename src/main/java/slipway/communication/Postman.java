package slipway.communication;

import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Empties the outbox again and again. */
@Component
class Postman implements SchedulingConfigurer {
    private final Outbox outbox;
    private final CommunicationSettings settings;

    Postman(Outbox outbox, CommunicationSettings settings) {
        this.outbox = outbox;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(outbox::deliverDue, settings.poll());
    }
}
