package io.hopeit.auth;

import java.util.Set;

/**
 * Somebody who can log in.
 *
 * {@snippet :
 * var ada = new User("4711", "ada", "ada@example.org", Set.of("clerk"));
 * }
 *
 * @param id what never changes about him; the subject of his tokens
 * @param name what he logs in with
 * @param email his address, or empty
 * @param roles what he may do, as in {@code @RolesAllowed}
 */
public record User(String id, String name, String email, Set<String> roles) {
    /** @throws IllegalArgumentException when there is no id or no name */
    public User {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a user has an id and a name");
        }
        roles = Set.copyOf(roles);
    }
}
