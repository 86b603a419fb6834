package io.hopeit.jaxrs;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Tells that the server has servlets: it is called there, and nowhere else. That their classes are there does not say it.
 * And tells such a server to leave types of content as they are.
 *
 * {@snippet :
 * servletContext.addListener(ServletListener.class); // as a server does that scans for @WebListener
 * }
 *
 * @hidden applications have no use for it
 */
@WebListener
public class ServletListener implements ServletContextListener {
    /** RESTEasy's: else it says {@code charset=UTF-8} of each text that has no charset, whatever the file's is. */
    private static final String ADD_CHARSET = "resteasy.add.charset";

    private static volatile boolean called;

    static boolean isCalled() {
        return called;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        called();
        event.getServletContext().setInitParameter(ADD_CHARSET, "false"); // one that is set in web.xml stays
    }

    private static void called() {
        called = true;
    }
}
