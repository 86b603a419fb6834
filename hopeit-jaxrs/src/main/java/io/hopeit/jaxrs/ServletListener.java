package io.hopeit.jaxrs;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Tells that the server has servlets: it is called there, and nowhere else. That their classes are there does not say it.
 *
 * {@snippet :
 * servletContext.addListener(ServletListener.class); // as a server does that scans for @WebListener
 * }
 *
 * @hidden applications have no use for it
 */
@WebListener
public class ServletListener implements ServletContextListener {
    private static volatile boolean called;

    static boolean isCalled() {
        return called;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        called();
    }

    private static void called() {
        called = true;
    }
}
