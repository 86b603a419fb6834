/**
 * The port behind which streams live. Applications do not need it, except to replace the broker.
 *
 * <p>A {@link io.hopeit.streams.spi.Broker} appends, and lets {@link io.hopeit.streams.spi.GroupMember}s read: these are
 * calls that return a stage, end in bounded time, and are never repeated by the broker. What is read when, tried again, and
 * given up is not its affair. What can be asked of it is said by the test classes {@code BrokerContract} and {@code
 * GroupMemberContract} and their neighbours, which each broker has to pass.
 */
@NullMarked
package io.hopeit.streams.spi;

import org.jspecify.annotations.NullMarked;
