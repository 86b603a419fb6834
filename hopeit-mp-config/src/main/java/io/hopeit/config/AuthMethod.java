package io.hopeit.config;

/**
 * How a request proves who sends it.
 *
 * {@snippet :
 * @Auth({AuthMethod.BEARER, AuthMethod.REFRESH})
 * @GetEvent("account.show")
 * class ShowAccount {
 *     Account show(EventContext context, Accounts accounts) {
 *         return accounts.of(context.identity().name());
 *     }
 * }
 * }
 */
public enum AuthMethod implements WireName {
    /** It does not have to. */
    UNSECURED("unsecured"),
    /** By name and password, in an {@code Authorization} header. */
    BASIC("basic"),
    /** By a token, in an {@code Authorization} header; MicroProfile JWT verifies it. */
    BEARER("bearer"),
    /** By the cookie that a login has set, {@code <app>.<version>.refresh}. */
    REFRESH("refresh");

    private final String wireName;

    AuthMethod(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
