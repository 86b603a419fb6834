/**
 * Applications and servers that are killed, frozen, cut off and lied to, and a ledger outside of all of them that says
 * what has become of each message.
 */
@NullMarked
package io.hopeit.faults;

import org.jspecify.annotations.NullMarked;
