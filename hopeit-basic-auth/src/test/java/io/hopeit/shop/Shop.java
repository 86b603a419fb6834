package io.hopeit.shop;

import io.hopeit.Auth;
import io.hopeit.EventContext;
import io.hopeit.EventGroup;
import io.hopeit.GetEvent;
import io.hopeit.StreamEvent;
import io.hopeit.WriteStream;
import io.hopeit.config.AuthMethod;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Its events. */
public final class Shop {
    private Shop() {}

    /** For everybody. */
    @GetEvent("open")
    public static class Open {
        Who who(EventContext context) {
            return Who.of(context);
        }
    }

    /** For those with a token. */
    @GetEvent("who")
    @Auth(AuthMethod.BEARER)
    @EventGroup("shop")
    public static class WithToken {
        Who who(EventContext context) {
            return Who.of(context);
        }
    }

    /** For those with a token or a password. */
    @GetEvent("either")
    @Auth({AuthMethod.BEARER, AuthMethod.BASIC})
    @EventGroup("shop")
    public static class Either {
        Who who(EventContext context) {
            return Who.of(context);
        }
    }

    /** For admins with a password. */
    @GetEvent("by-password")
    @Auth(AuthMethod.BASIC)
    @RolesAllowed("admin")
    @EventGroup("shop")
    public static class ByPassword {
        Who who(EventContext context) {
            return Who.of(context);
        }
    }

    /** For admins. */
    @GetEvent("admin")
    @RolesAllowed({"admin", "root"})
    @EventGroup("shop")
    public static class Admin {
        Who who(EventContext context) {
            return Who.of(context);
        }
    }

    /** For owners. */
    @GetEvent("owner")
    @RolesAllowed("owner")
    @EventGroup("shop")
    public static class Owner {
        Who who(EventContext context) {
            return Who.of(context);
        }
    }

    /** For nobody. */
    @GetEvent("closed")
    @DenyAll
    @EventGroup("shop")
    public static class Closed {
        Who who(EventContext context) {
            return Who.of(context);
        }
    }

    /** Answers two requests when both are there. */
    @GetEvent("meet")
    @Auth(AuthMethod.BEARER)
    @EventGroup("shop")
    public static class Meet {
        private final CyclicBarrier both = new CyclicBarrier(2);

        @Inject
        JsonWebToken token;

        String meet(EventContext context) throws Exception {
            var before = token.getName();
            both.await(20, TimeUnit.SECONDS);
            return String.join(" ", before, token.getName(), context.identity().name());
        }
    }

    /** A message. */
    public record Note(String text) {}

    /** Writes one. */
    @GetEvent("note")
    @Auth({AuthMethod.BEARER, AuthMethod.BASIC})
    @WriteStream("notes")
    @EventGroup("shop")
    public static class WriteNote {
        Note write() {
            return new Note("n");
        }
    }

    /** Who readers have seen. */
    @ApplicationScoped
    public static class Seen {
        private final BlockingQueue<Who> all = new LinkedBlockingQueue<>();

        void add(Who who) {
            all.add(who);
        }

        public Who next() throws InterruptedException {
            var next = all.poll(20, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no message has come");
            }
            return next;
        }
    }

    /** Reads it. */
    @StreamEvent(value = "read-note", read = "notes")
    @EventGroup("shop")
    public static class ReadNote {
        @Inject
        Seen seen;

        void read(Note note, EventContext context) {
            seen.add(Who.of(context));
        }
    }

    /** Tells what it has seen, when it has. */
    @GetEvent("seen")
    @EventGroup("shop")
    public static class NextSeen {
        @Inject
        Seen seen;

        Who next() throws InterruptedException {
            return seen.next();
        }
    }
}
