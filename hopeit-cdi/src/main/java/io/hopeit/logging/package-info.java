/**
 * hopeit's log lines: one for each start and end of a run, and one for each call of an {@link
 * io.hopeit.logging.EventLog}. They are written to the logger {@code hopeit.<app key>.<event>} of {@link
 * java.lang.System.Logger}, so that a level can be set for each event, and are complete but for time and level: {@link
 * io.hopeit.logging.HopeitFormatter} adds these where the server logs by {@code java.util.logging}; other servers add
 * their own.
 */
@NullMarked
package io.hopeit.logging;

import org.jspecify.annotations.NullMarked;
