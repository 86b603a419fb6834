package io.hopeit.jaxrs.openapi;

import io.hopeit.App;
import io.hopeit.config.AuthMethod;
import io.hopeit.spi.Access;
import io.hopeit.spi.EventDefinition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** How requests of operations prove who sends them. */
final class EventSecurity {
    private static final String BASIC = "auth.basic";
    private static final String BEARER = "auth.bearer";
    private static final String REFRESH = ".refresh";

    /** The roles of which one is needed; the document has no place for them with these schemes. */
    private static final String ROLES = "x-roles";

    private final Map<String, SecurityScheme> schemes = new TreeMap<>();

    /** Adds one requirement for each way, of which one is enough, and the roles. */
    void add(EventDefinition event, Operation operation) {
        var access = event.access();
        var methods = methods(access);
        methods.forEach(method -> operation.addSecurityRequirement(
                OASFactory.createSecurityRequirement().addScheme(scheme(method, event.app()))));
        if (access.isOpen() && !methods.isEmpty()) {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
        }
        access.roles().ifPresent(roles -> operation.addExtension(ROLES, roles));
    }

    /** With roles alone, the token that the server has verified counts. */
    private static List<AuthMethod> methods(Access access) {
        var methods = access.methods().stream()
                .filter(method -> method != AuthMethod.UNSECURED)
                .distinct()
                .toList();
        return methods.isEmpty() && access.roles().isPresent() ? List.of(AuthMethod.BEARER) : methods;
    }

    private String scheme(AuthMethod method, App app) {
        var name =
                switch (method) {
                    case BASIC -> BASIC;
                    case BEARER, UNSECURED -> BEARER;
                    case REFRESH -> app.key() + REFRESH;
                };
        schemes.computeIfAbsent(name, n -> describe(method, n));
        return name;
    }

    private static SecurityScheme describe(AuthMethod method, String name) {
        var scheme = OASFactory.createSecurityScheme();
        return switch (method) {
            case BASIC -> scheme.type(SecurityScheme.Type.HTTP).scheme("basic");
            case BEARER, UNSECURED ->
                scheme.type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT");
            case REFRESH ->
                scheme.type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name(name);
        };
    }

    /** Those that operations have named so far, by name. */
    Map<String, SecurityScheme> schemes() {
        return new TreeMap<>(schemes);
    }
}
