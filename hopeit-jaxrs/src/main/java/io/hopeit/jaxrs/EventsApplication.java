package io.hopeit.jaxrs;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.microprofile.auth.LoginConfig;

/**
 * Asks the server to verify tokens as MicroProfile JWT says, and tells it what to serve where it could not see that itself.
 *
 * <p>On a server with servlets, such as Open Liberty, it is always there: such a server looks through classes in files, and
 * the resources of events are in none. There it lists all beans that are resources or providers. An {@link Application} of
 * the deployment's own is served besides, at a path of its own.
 *
 * <p>On Helidon, which asks the container for beans, it is there when there is a key to verify tokens with and no other
 * {@link Application}, which would have to have such a {@link LoginConfig} itself.
 *
 * {@snippet lang="properties" :
 * mp.jwt.verify.publickey.location=META-INF/public.pem
 * mp.jwt.verify.issuer=https://login.example
 * }
 *
 * @hidden applications have no use for it
 */
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT", realmName = "hopeit")
public class EventsApplication extends Application {
    /** All beans that are resources or providers; empty, which means the same, where the server sees them itself. */
    @Override
    public Set<Class<?>> getClasses() {
        if (!ServletListener.isCalled()) {
            return Set.of();
        }
        var beans = CDI.current().getBeanManager();
        var classes =
                new LinkedHashSet<>(beans.getExtension(HttpExtension.class).served());
        classes.add(ServletHeaders.class);
        classes.add(TokenFilter.class);
        return classes;
    }
}
