package io.hopeit.faults;

import io.hopeit.DataObject;

/**
 * What the messages ask for.
 *
 * @param id tells it from all others
 * @param task what the step does with it
 * @param millis how long that takes
 */
@DataObject(value = "faults.Job", eventId = "id")
public record Job(String id, Task task, long millis) {
    /** What a step does. */
    public enum Task {
        /** Takes its time, and succeeds. */
        WORK,
        /** Fails, each time. */
        FAIL,
        /** Fails, each time, with an error of the virtual machine. */
        OVERFLOW,
        /** Fails, each time, as a class is missing. */
        NO_CLASS,
        /** Fails, each time, and leaves its thread interrupted. */
        INTERRUPT,
        /** Fails twice, then succeeds. */
        FAIL_TWICE,
        /** Ends the process, each time. */
        HALT,
        /** Ends the process before the step has begun, once. */
        HALT_AT_START,
        /** Ends the process in the middle of the step, once. */
        HALT_MIDWAY,
        /** Ends the process when the step has had its effect, once. */
        HALT_AT_END,
        /** Ends the process when the results are published, and nothing is acknowledged, once. */
        HALT_BEFORE_ACK,
        /** Ends the process a while after all is done, once. */
        HALT_AFTER_ACK
    }
}
