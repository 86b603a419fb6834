package io.hopeit.auth;

import io.hopeit.EventContext;
import io.hopeit.jaxrs.HttpRequest;
import io.hopeit.spi.EventCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;

/**
 * Keeps pages of other sites from using somebody's cookie, where the browser sends it to them and says so: a link with
 * {@code cookie-same-site=lax}, anything with {@code none}. Thread-safe.
 */
@ApplicationScoped
class OtherSites {
    private static final String SITE = "Sec-Fetch-Site";

    @Inject
    EventCatalogue catalogue;

    /**
     * Passes requests of this site, those that do not say where they are from, and those of pages that {@code
     * hopeit.app.cors-origins} lists.
     *
     * @throws ForbiddenException for all others; 403
     */
    void refuse(HttpRequest request, EventContext context) {
        boolean isOfOther = request.header(SITE).filter("cross-site"::equals).isPresent();
        if (isOfOther
                && request.header("Origin")
                        .filter(origin -> isListed(origin, context))
                        .isEmpty()) {
            throw new ForbiddenException(
                    "a page of another site has sent this, and hopeit.app.cors-origins does not list it");
        }
    }

    private boolean isListed(String origin, EventContext context) {
        return catalogue.apps().stream()
                .filter(definition -> definition.app().equals(context.app()))
                .flatMap(definition -> definition.settings().corsOrigins().stream())
                .anyMatch(origin::equals);
    }
}
