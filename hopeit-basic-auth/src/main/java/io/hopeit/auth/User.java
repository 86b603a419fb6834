package io.hopeit.auth;

import java.util.Objects;
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
    /**
     * @throws IllegalArgumentException when there is no id or no name
     * @throws NullPointerException when anything is null: an address that is not there is empty, and so is a set of roles
     */
    public User {
        Objects.requireNonNull(id, "the id of a user is null; it needs one");
        Objects.requireNonNull(name, "the name of a user is null; it needs one");
        Objects.requireNonNull(email, "the email of a user is null; it is \"\" where there is none");
        Objects.requireNonNull(roles, "the roles of a user are null; they are Set.of() where there are none");
        roles.forEach(role -> Objects.requireNonNull(role, "a role of a user is null; leave it out"));
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a user has an id and a name");
        }
        roles = Set.copyOf(roles);
    }
}
