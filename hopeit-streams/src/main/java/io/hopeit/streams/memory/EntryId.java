package io.hopeit.streams.memory;

/** The place of an entry in its stream: when it was appended, and the how-manieth of that millisecond. */
record EntryId(long millis, long number) implements Comparable<EntryId> {
    static final EntryId ZERO = new EntryId(0, 0);

    static EntryId parse(String text) {
        int dash = text.indexOf('-');
        return new EntryId(Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
    }

    EntryId next(long now) {
        return now > millis ? new EntryId(now, 0) : new EntryId(millis, number + 1);
    }

    @Override
    public int compareTo(EntryId other) {
        int byTime = Long.compare(millis, other.millis);
        return byTime != 0 ? byTime : Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return millis + "-" + number;
    }
}
