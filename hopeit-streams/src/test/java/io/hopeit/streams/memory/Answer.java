package io.hopeit.streams.memory;

import java.util.List;

/**
 * What a broker has answered.
 *
 * @param exact what is the same for all brokers
 * @param about numbers that may differ by the slack
 * @param slack how many entries are lost that may be pending
 */
record Answer(List<Object> exact, List<Long> about, long slack) {
    static Answer of(Object... exact) {
        return new Answer(List.of(exact), List.of(), 0);
    }

    boolean agrees(Answer other) {
        if (!exact.equals(other.exact) || about.size() != other.about.size()) {
            return false;
        }
        for (int i = 0; i < about.size(); i++) {
            if (Math.abs(about.get(i) - other.about.get(i)) > slack) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return about.isEmpty() ? exact.toString() : exact + " about " + about + (slack > 0 ? " +-" + slack : "");
    }
}
