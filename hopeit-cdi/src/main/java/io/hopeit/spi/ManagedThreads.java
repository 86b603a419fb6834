package io.hopeit.spi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Threads that know the application. Thread-safe.
 *
 * <p>A server with Jakarta Concurrency makes them: its default managed thread factory and context service. Where there
 * is none, as on Helidon and in Weld SE, they are threads of the JDK with the application's class loader.
 *
 * {@snippet :
 * @Inject
 * ManagedThreads threads;
 *
 * void start(EventLoop loop, Runnable turns) {
 *     Thread thread = threads.loop("hopeit-" + loop.event().name(), turns);
 *     thread.start();
 * }
 * }
 *
 * @hidden applications have no use for it
 */
@ApplicationScoped
public class ManagedThreads {
    private static final String CONTEXTS = "java:comp/DefaultContextService";

    private final ThreadFactory loops;
    private final UnaryOperator<Runnable> contextual;
    private final UnaryOperator<Runnable> ofApplication;

    /** Looks for the server's own. */
    public ManagedThreads() {
        this.loops = lookup("java:comp/DefaultManagedThreadFactory", ThreadFactory.class::cast)
                .orElse(task -> Thread.ofPlatform().daemon().unstarted(withClassLoader(task)));
        this.contextual = lookup(CONTEXTS, JakartaContext::of).orElse(task -> task);
        this.ofApplication = lookup(CONTEXTS, JakartaContext::captured).orElse(task -> task);
    }

    @SuppressWarnings("BanJNDI") // the names are constants of the platform
    private static <T> Optional<T> lookup(String name, Function<Object, T> convert) {
        try {
            return Optional.of(convert.apply(new InitialContext().lookup(name)));
        } catch (NamingException e) {
            return Optional.empty();
        }
    }

    /** A thread of its own, not yet started, for a loop that lasts as long as the application. */
    public Thread loop(String name, Runnable loop) {
        var thread = loops.newThread(loop);
        thread.setName(name);
        return thread;
    }

    /** A virtual thread, started, for one piece of work. */
    public Thread work(String name, Runnable work) {
        return Thread.ofVirtual().name(name).start(contextual.apply(withClassLoader(work)));
    }

    /**
     * The same for work that no request has asked for, with the application's context, JNDI included. Whoever calls this may
     * have none, as a thread of a client library.
     */
    public Thread background(String name, Runnable work) {
        return work(name, ofApplication.apply(work));
    }

    private static Runnable withClassLoader(Runnable task) {
        var loader = Thread.currentThread().getContextClassLoader();
        return () -> {
            Thread.currentThread().setContextClassLoader(loader);
            task.run();
        };
    }
}
