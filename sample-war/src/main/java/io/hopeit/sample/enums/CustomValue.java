package io.hopeit.sample.enums;

/** One of three. */
public enum CustomValue {
    /** The first. */
    value1,
    /** The second. */
    value2,
    /** The third. */
    value3
}
