package io.hopeit.streams.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds what has been left lying in the streams of one member. Guarded by the engine. */
final class Recovery {
    private final Map<String, Search> searches = new TreeMap<>();
    private final Map<String, Backlog> backlogs = new TreeMap<>();

    Recovery(Core core, Intake intake) {
        for (String key : intake.member().keys()) {
            var backlog = new Backlog(core, intake, key);
            backlogs.put(key, backlog);
            searches.put(key, new Search(core, intake, key, backlog));
        }
    }

    Backlog backlog(String key) {
        var backlog = backlogs.get(key);
        if (backlog == null) {
            throw new IllegalArgumentException(key + " is not read here");
        }
        return backlog;
    }

    /** A read has ended without an answer, or a connection has: entries may be ours that we have never seen. */
    void mayHaveMissed() {
        searches.values().forEach(Search::mayHaveMissed);
    }

    /** A read has succeeded again. */
    void lookAgain() {
        searches.values().forEach(Search::lookAgain);
    }

    /** The broker is back, and all look dead to it who could not reach it either. */
    void holdOff() {
        searches.values().forEach(Search::holdOff);
    }

    /** Whether there is something that comes before what has not been read yet. */
    boolean isBehind() {
        for (Search search : searches.values()) {
            if (search.isBehind()) {
                return true;
            }
        }
        for (Backlog backlog : backlogs.values()) {
            if (!backlog.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Takes what there is room for; whether there is something that there is no room for. */
    boolean take(int room) {
        boolean isShort = false;
        for (Map.Entry<String, Backlog> backlog : backlogs.entrySet()) {
            var search = searches.get(backlog.getKey());
            if (search == null || !search.isBehind()) { // there may be more, which come before these
                isShort |= backlog.getValue().take(room);
            }
        }
        return isShort;
    }

    /** Whether something may be ours that has not been found yet. */
    boolean isMissing() {
        return searches.values().stream().anyMatch(Search::isMissing);
    }

    /** Looks around, when it is time. */
    void look(int room) {
        searches.values().forEach(search -> search.look(room));
    }

    /** Looks for more where there was more than there was room for. */
    void goOn(int room) {
        for (Search search : searches.values()) {
            search.goOn(room);
        }
    }

    /** A retry of ours comes due then. */
    void retryAt(String key, long due) {
        var search = searches.get(key);
        if (search != null) {
            search.retryAt(due);
        }
    }

    /** No more of what is not held. */
    void stop() {
        backlogs.values().forEach(Backlog::clear);
    }

    List<String> keys() {
        return List.copyOf(searches.keySet());
    }
}
