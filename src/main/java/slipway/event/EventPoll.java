package slipway.event;

import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Lets the readers of the log look for new events again and again. */
@Component
class EventPoll implements SchedulingConfigurer {
    private final EventReaders readers;
    private final EventSettings settings;

    EventPoll(EventReaders readers, EventSettings settings) {
        this.readers = readers;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(readers::advance, settings.poll());
    }
}
