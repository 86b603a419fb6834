package io.hopeit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.hopeit.Identity;
import io.hopeit.config.AuthMethod;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserTest {
    @Test
    @SuppressWarnings("NullAway") // as a store does that nobody checks
    void nothingOfAUserIsNullAndTheErrorSaysWhatIs() {
        var roles = new HashSet<String>();
        roles.add(null);

        assertThatNullPointerException()
                .isThrownBy(() -> new User(null, "ada", "", Set.of()))
                .withMessageContaining("the id of a user is null");
        assertThatNullPointerException()
                .isThrownBy(() -> new User("u1", null, "", Set.of()))
                .withMessageContaining("the name of a user is null");
        assertThatNullPointerException()
                .isThrownBy(() -> new User("u1", "ada", null, Set.of()))
                .withMessageContaining("the email of a user is null; it is \"\" where there is none");
        assertThatNullPointerException()
                .isThrownBy(() -> new User("u1", "ada", "", null))
                .withMessageContaining("the roles of a user are null");
        assertThatNullPointerException()
                .isThrownBy(() -> new User("u1", "ada", "", roles))
                .withMessageContaining("a role of a user is null");
    }

    @Test
    void aUserHasAnIdAndAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new User(" ", "ada", "", Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new User("u1", "", "", Set.of()));
    }

    @Test
    void anIdentityThatSaysNothingButANameIsAUserWithoutRoles() {
        var identity = new Identity(AuthMethod.BASIC, "eve", Map.of(), true);

        assertThat(Accounts.user(identity)).isEqualTo(new User("eve", "eve", "", Set.of()));
    }

    @Test
    void theUserOfAnIdentityIsTheOneThatItWasMadeOf() {
        assertThat(Accounts.user(Accounts.identity(AuthMethod.BASIC, Given.ADA, Map.of())))
                .isEqualTo(Given.ADA);
    }
}
